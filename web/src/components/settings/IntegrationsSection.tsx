import type { Provider, Settings } from "../../services/userService";
import { IntegrationRow } from "./IntegrationRow";
import { Section } from "./Section";

const providers: readonly Provider[] = ["shopify", "amazon", "tiktok"];

/** The channels, each with its state and what to do about it. */
export function IntegrationsSection({ settings }: { settings: Settings }) {
  return (
    <Section name="integrations">
      <ul>
        {providers.map((provider) => (
          <IntegrationRow
            key={provider}
            provider={provider}
            integration={settings.integrations[provider]}
            invalid={settings.invalid.some((pointer) => pointer.startsWith(`/integrations/${provider}`))}
          />
        ))}
      </ul>
    </Section>
  );
}
