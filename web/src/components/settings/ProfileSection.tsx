import { useQuery } from "@tanstack/react-query";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { userQuery } from "../shell/Account";
import { classes } from "../ui/classes";
import { AvatarPreview } from "./AvatarPreview";
import { textControl } from "./controls";
import { Field } from "./Field";
import { Section } from "./Section";
import { fieldValue, type SettingsForm } from "./useSettingsForm";
import { ZonePicker } from "./ZonePicker";

const words = strings.settings;

/** Name, bio, avatar and time zone. */
export function ProfileSection({ form }: { form: SettingsForm }) {
  const { data: user } = useQuery(userQuery);
  const name = fieldValue(form, "/profile/display_name");
  const bio = fieldValue(form, "/profile/bio");
  const avatar = fieldValue(form, "/profile/avatar_url");
  const { limits } = form.options;

  return (
    <Section name="profile">
      <Field
        form={form}
        member="/profile/display_name"
        note={<Length text={name} limit={limits.display_name} quiet />}
      >
        {({ id, invalid, describedBy }) => (
          <input
            id={id}
            type="text"
            autoComplete="name"
            aria-invalid={invalid}
            aria-describedby={describedBy}
            placeholder={user?.name ?? strings.shell.unnamed}
            value={name}
            onChange={(event) => form.choose("/profile/display_name", event.target.value)}
            className={classes(textControl, "h-9 max-sm:h-10")}
          />
        )}
      </Field>
      <Field form={form} member="/profile/bio" note={<Length text={bio} limit={limits.bio} />}>
        {({ id, invalid, describedBy }) => (
          <textarea
            id={id}
            rows={3}
            aria-invalid={invalid}
            aria-describedby={describedBy}
            value={bio}
            onChange={(event) => form.choose("/profile/bio", event.target.value)}
            className={classes(textControl, "field-sizing-content block max-h-64 min-h-20 resize-none py-2")}
          />
        )}
      </Field>
      <Field form={form} member="/profile/avatar_url">
        {({ id, invalid, describedBy }) => (
          <AvatarPreview name={name || user?.name || strings.shell.unnamed} url={avatar}>
            <input
              id={id}
              type="text"
              inputMode="url"
              autoComplete="photo"
              spellCheck={false}
              aria-invalid={invalid}
              aria-describedby={describedBy}
              placeholder={words.avatarPlaceholder}
              value={avatar}
              onChange={(event) => form.choose("/profile/avatar_url", event.target.value.trim())}
              className={classes(textControl, "h-9 max-sm:h-10")}
            />
          </AvatarPreview>
        )}
      </Field>
      <Field form={form} member="/profile/timezone">
        {(control) => (
          <ZonePicker
            {...control}
            zone={fieldValue(form, "/profile/timezone")}
            onChoose={(zone) => form.choose("/profile/timezone", zone)}
          />
        )}
      </Field>
    </Section>
  );
}

/** How much of a text's limit is used. Quiet: only once it is too long. Nothing is cut: what was pasted can be shortened. */
function Length({ text, limit, quiet = false }: { text: string; limit: number; quiet?: boolean }) {
  const format = useFormat();
  const length = [...text].length;
  const over = length - limit;
  if (over > 0) return <p className="mt-1.5 font-medium text-bad">{words.over(over, format.number(over))}</p>;
  if (quiet) return null;
  return (
    <p className="mt-1.5 text-xs text-soft tabular-nums">
      {words.used(format.number(length), format.number(limit))}
    </p>
  );
}
