import { useMemo } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Combobox } from "../ui/Combobox";
import { Field } from "./Field";
import { languageName, languageOptions, typedLanguage } from "./languages";
import { RatioChoice } from "./RatioChoice";
import { Section } from "./Section";
import { ToneChoice } from "./ToneChoice";
import { fieldValue, type SettingsForm } from "./useSettingsForm";

const words = strings.settings;

/** Language, tone and aspect ratio: what new content starts from. */
export function PreferencesSection({ form }: { form: SettingsForm }) {
  const { locale } = useFormat();
  const language = fieldValue(form, "/ai_preferences/language");
  const languages = useMemo(
    () => languageOptions(locale, form.options.languages),
    [locale, form.options.languages],
  );

  return (
    <Section name="ai">
      <Field form={form} member="/ai_preferences/language">
        {(control) => (
          <Combobox
            {...control}
            value={language}
            shown={languageName(locale, language)}
            options={languages}
            typed={(text) => typedLanguage(locale, text)}
            onChoose={(tag) => form.choose("/ai_preferences/language", tag)}
            placeholder={words.languagePlaceholder}
            nothing={words.nothingFound}
          />
        )}
      </Field>
      <Field form={form} member="/ai_preferences/tone" group>
        {(control) => (
          <ToneChoice
            {...control}
            tones={form.options.tones}
            tone={fieldValue(form, "/ai_preferences/tone")}
            onChoose={(tone) => form.choose("/ai_preferences/tone", tone)}
          />
        )}
      </Field>
      <Field form={form} member="/ai_preferences/aspect_ratio" group>
        {(control) => (
          <RatioChoice
            {...control}
            ratios={form.options.aspect_ratios}
            ratio={fieldValue(form, "/ai_preferences/aspect_ratio")}
            onChoose={(ratio) => form.choose("/ai_preferences/aspect_ratio", ratio)}
          />
        )}
      </Field>
    </Section>
  );
}
