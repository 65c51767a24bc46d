import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPart } from "../../test/render";
import { Field } from "./Field";
import { someOptions, someSettings } from "./settings.fixture";
import type { SettingsForm } from "./useSettingsForm";

/** A form in a given state; what is chosen is heard by `choose`. */
function formOf(more: Partial<SettingsForm>): SettingsForm {
  return {
    settings: someSettings(),
    options: someOptions,
    changed: [],
    mistakes: {},
    refusal: null,
    conflicts: [],
    saving: false,
    choose: vi.fn(),
    save: vi.fn(),
    cancel: vi.fn(),
    resolve: vi.fn(),
    postpone: vi.fn(),
    ...more,
  };
}

function show(form: SettingsForm) {
  renderPart(
    <Field form={form} member="/profile/timezone">
      {({ id, invalid, describedBy }) => (
        <input id={id} aria-invalid={invalid} aria-describedby={describedBy} />
      )}
    </Field>,
  );
  return screen.getByRole("textbox", { name: "Time zone" });
}

test("a default says so, and there is nothing to reset", () => {
  show(formOf({}));
  expect(screen.getByText("Default")).toBeVisible();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

test("a choice says so, and goes back to the default by null", async () => {
  const form = formOf({ settings: someSettings({ explicit: ["/profile/timezone"] }) });
  show(form);
  expect(screen.getByText("Chosen")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Reset Time zone to its default, UTC" }));
  expect(form.choose).toHaveBeenCalledWith("/profile/timezone", null);
});

test("a choice that is not accepted any more says what is used instead, and can be cleared", async () => {
  const form = formOf({ settings: someSettings({ invalid: ["/profile/timezone"] }) });
  expect(show(form)).toHaveAccessibleDescription(/not offered any more, so the default is used: UTC/);
  await userEvent.click(screen.getByRole("button"));
  expect(form.choose).toHaveBeenCalledWith("/profile/timezone", null);
});

test("what was refused is said at the field, and describes it", () => {
  const control = show(formOf({ mistakes: { "/profile/timezone": "must be a zone." } }));
  expect(control).toBeInvalid();
  expect(control).toHaveAccessibleDescription(/must be a zone\./);
});
