import { useState } from "react";

/** The newest value that was there: what is on screen stays while another is asked for, and when asking fails. */
export function useKept<T>(value: T | undefined): T | undefined {
  const [kept, setKept] = useState(value);
  if (value !== undefined && value !== kept) setKept(value);
  return value ?? kept;
}
