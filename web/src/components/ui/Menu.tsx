import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "./classes";

const item =
  "flex min-h-8 items-center gap-2.5 rounded-md px-2 py-1 text-sm outline-none select-none max-sm:min-h-10 data-highlighted:bg-hover data-disabled:opacity-45 data-disabled:pointer-events-none";

interface MenuProps {
  /** The button that opens it; must take a ref and props. */
  trigger: ReactNode;
  align?: "start" | "end";
  children: ReactNode;
}

/** A menu under a button. It never locks the page: that would need inline styles, which the security policy forbids. */
export function Menu({ trigger, align = "end", children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          loop
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 origin-(--radix-dropdown-menu-content-transform-origin) animate-appear overflow-y-auto rounded-lg bg-raised p-1 text-ink shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  /** The key that does the same, as a hint. */
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

/** One thing to do. */
export function MenuItem({ icon, hint, danger, disabled, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={onSelect}
      className={classes(item, danger && "text-bad")}
    >
      {icon && <span className={danger ? "text-bad" : "text-soft"}>{icon}</span>}
      <span className="flex-1">{children}</span>
      {hint && <kbd className="font-sans text-xs text-soft">{hint}</kbd>}
    </DropdownMenu.Item>
  );
}

interface MenuCheckProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  icon?: ReactNode;
  /** What stands at the end, mostly a count. */
  end?: ReactNode;
  children: ReactNode;
}

/** One of several that can be chosen together; the menu stays open. */
export function MenuCheck({ checked, onChange, icon, end, children }: MenuCheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={item}
    >
      <span
        aria-hidden="true"
        className={classes(
          "grid size-4 place-items-center rounded-sm border",
          checked ? "border-inverse bg-inverse text-on-inverse" : "border-edge",
        )}
      >
        {checked && <Check size={12} strokeWidth={3} />}
      </span>
      {icon}
      <span className="flex-1">{children}</span>
      <span className="pl-4 text-xs text-soft tabular-nums">{end}</span>
    </DropdownMenu.CheckboxItem>
  );
}

interface MenuChoiceProps<T extends string> {
  value: T;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
  onChange: (value: T) => void;
}

/** One of several, of which exactly one holds. */
export function MenuChoice<T extends string>({ value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={item}>
          {option.icon && <span className="text-soft">{option.icon}</span>}
          <span className="flex-1">{option.label}</span>
          <DropdownMenu.ItemIndicator>
            <Check size={15} className="text-soft" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** A line between groups. */
export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}

/** What a group is about. */
export function MenuTitle({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-soft">
      {children}
    </DropdownMenu.Label>
  );
}
