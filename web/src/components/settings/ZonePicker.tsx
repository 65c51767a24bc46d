import { LocateFixed } from "lucide-react";
import { useMemo, useState } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Combobox } from "../ui/Combobox";
import type { ControlProps } from "./Field";
import { clockIn, typedZone, zoneName, zoneOfBrowser, zoneOptions } from "./zones";

const words = strings.settings;

/** The zone, found by typing among all that the browser knows, with what its clocks show; this device's is one press away. */
export function ZonePicker({
  zone,
  onChoose,
  ...control
}: ControlProps & { zone: string; onChoose: (zone: string) => void }) {
  const { locale } = useFormat();
  const [opened] = useState(Date.now);
  const options = useMemo(() => zoneOptions(locale, opened), [locale, opened]);
  const here = zoneOfBrowser();
  const time = clockIn(locale, zone);

  return (
    <>
      <Combobox
        {...control}
        value={zone}
        shown={zoneName(zone)}
        options={options}
        typed={(text) => typedZone(locale, text, opened)}
        onChoose={onChoose}
        placeholder={words.zonePlaceholder}
        nothing={words.nothingFound}
      />
      <p className="mt-1.5 flex min-h-6 flex-wrap items-center gap-x-3 text-sm text-soft">
        {time !== "" && <span>{words.zoneNow(time)}</span>}
        {here !== zone && (
          <button
            type="button"
            onClick={() => onChoose(here)}
            className="inline-flex min-h-6 items-center gap-1.5 rounded-sm font-medium text-accent hover:underline max-sm:min-h-9"
          >
            <LocateFixed size={13} aria-hidden="true" />
            {words.zoneOfBrowser(zoneName(here))}
          </button>
        )}
      </p>
    </>
  );
}
