import { useIsMutating, useQuery } from "@tanstack/react-query";
import { settingsQuery } from "../format/viewer";
import { pollInterval } from "../live/usePoll";
import { strings } from "../strings";
import { optionsQuery } from "./settings/queries";
import { SectionLinks } from "./settings/SectionLinks";
import { SettingsForm } from "./settings/SettingsForm";
import { SettingsWaiting } from "./settings/SettingsWaiting";
import { Screen } from "./shell/Screen";
import { Failure } from "./ui/Failure";

/** The settings screen: profile, AI preferences, integrations and history, one below the other. */
export default function Settings() {
  const mutating = useIsMutating() > 0;
  // What is saved elsewhere, and how a channel's connection goes, shows without a reload.
  const settings = useQuery({ ...settingsQuery, refetchInterval: mutating ? false : pollInterval });
  const options = useQuery(optionsQuery);
  const failed = [settings, options].find(({ data, error }) => data === undefined && error !== null);

  return (
    <Screen title={strings.settings.title}>
      <div className="gap-10 lg:grid lg:grid-cols-[9.5rem_minmax(0,48rem)]">
        <SectionLinks />
        {settings.data && options.data ? (
          <SettingsForm settings={settings.data} options={options.data} />
        ) : failed ? (
          <Failure error={failed.error} onRetry={() => void failed.refetch()} />
        ) : (
          <SettingsWaiting />
        )}
      </div>
    </Screen>
  );
}
