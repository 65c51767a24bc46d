import { Music2, Package, ShoppingBag } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFormat } from "../../format/viewer";
import type { Integration, Provider } from "../../services/userService";
import { strings } from "../../strings";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { classes } from "../ui/classes";
import { DisconnectDialog } from "./DisconnectDialog";
import { adviceFor, drawings } from "./integrationState";
import { useDisconnect } from "./useDisconnect";

const words = strings.settings;

const icons: Record<Provider, ReactNode> = {
  shopify: <ShoppingBag size={18} />,
  amazon: <Package size={18} />,
  tiktok: <Music2 size={18} />,
};

interface IntegrationRowProps {
  provider: Provider;
  integration: Integration;
  /** The stored state could not be read. */
  invalid: boolean;
}

/** One channel: its state, account, since when, what is wrong and what to do. */
export function IntegrationRow({ provider, integration, invalid }: IntegrationRowProps) {
  const [asking, setAsking] = useState(false);
  const disconnect = useDisconnect(provider);
  const name = words.providers[provider] ?? provider;
  const { tone, Icon } = drawings[integration.status];
  const advice = adviceFor(provider, integration);

  return (
    <li className="flex flex-wrap gap-x-4 gap-y-3 border-line px-4 py-5 not-first:border-t sm:px-6">
      <span
        aria-hidden="true"
        className="grid size-10 shrink-0 place-items-center rounded-lg border border-line bg-sunken text-soft"
      >
        {icons[provider]}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 flex-wrap items-center gap-x-2.5 gap-y-1">
          <h3 className="font-medium">{name}</h3>
          <Badge tone={tone}>
            <Icon
              size={12}
              aria-hidden="true"
              className={classes(integration.status === "connecting" && "animate-turn")}
            />
            {words.statuses[integration.status]}
          </Badge>
        </div>
        <Facts integration={integration} />
        {advice && (
          <p className="mt-1 text-sm text-soft text-pretty">
            {advice.why && <span className="font-medium text-ink">{advice.why} </span>}
            {advice.remedy}
          </p>
        )}
        {invalid && <p className="mt-1 text-sm text-warn">{words.integrationInvalid}</p>}
      </div>
      {integration.status !== "not_connected" && (
        <Button
          look="danger"
          aria-label={words.disconnectLabel(name)}
          onClick={() => setAsking(true)}
          className="max-sm:w-full"
        >
          {words.disconnect}
        </Button>
      )}
      {asking && (
        <DisconnectDialog
          provider={name}
          onClose={() => setAsking(false)}
          onDisconnect={() => {
            setAsking(false);
            disconnect();
          }}
        />
      )}
    </li>
  );
}

/** Account and times, as far as they are known. */
function Facts({ integration: { account, connected_at, updated_at, status } }: { integration: Integration }) {
  const format = useFormat();
  const facts: [name: string, value: string][] = [];
  if (account !== null) facts.push([words.account, account]);
  if (connected_at !== null) facts.push([words.connectedAt, format.dateTime(connected_at)]);
  if (updated_at !== null && status !== "connected")
    facts.push([words.updatedAt, format.dateTime(updated_at)]);
  if (facts.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1.5">
          <dt className="text-soft">{name}</dt>
          <dd className="min-w-0 truncate">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
