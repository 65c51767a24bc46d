import { Ellipsis, type LucideIcon, MousePointerClick, Music2, Package, ShoppingBag } from "lucide-react";
import type { Channel } from "../../services/insightService";
import { strings } from "../../strings";
import { FacetMenu } from "../filters/FacetMenu";
import { KindIcon } from "../status/kinds";
import { channels, type InsightsSearch, kinds } from "./search";
import type { Change } from "./useInsightsSearch";

const words = strings.insights;

const icons: Record<Channel, LucideIcon> = {
  shopify: ShoppingBag,
  amazon: Package,
  tiktok: Music2,
  direct: MousePointerClick,
  other: Ellipsis,
};

/** The drawing of a channel. */
export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }) {
  const Icon = icons[channel];
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-soft" />;
}

/** What the figures are narrowed to: channels, and kinds of assets. */
export function Filters({ search, change }: { search: InsightsSearch; change: Change }) {
  return (
    <>
      <FacetMenu
        label={words.channel}
        values={channels}
        chosen={search.channel}
        facet={undefined}
        name={(channel) => words.channels[channel]}
        icon={(channel) => <ChannelIcon channel={channel} />}
        onChange={(channel) => change({ channel })}
      />
      <FacetMenu
        label={words.kind}
        values={kinds}
        chosen={search.type}
        facet={undefined}
        name={(kind) => words.kinds[kind]}
        icon={(kind) => <KindIcon kind={kind} className="text-soft" />}
        onChange={(type) => change({ type })}
      />
    </>
  );
}
