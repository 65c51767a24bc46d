/** How many digits of a currency are behind its point: 2 of EUR, 0 of JPY, 3 of KWD. */
function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount in minor units as people write it, "€129.00"; compact for axes, "€12K". */
export function writtenMoney(locale: string, minor: number, currency: string, compact = false): string {
  const options: Intl.NumberFormatOptions = compact
    ? { notation: "compact", maximumFractionDigits: 1, minimumFractionDigits: 0 }
    : {};
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    ...options,
  }).format(minor / 10 ** digitsOf(currency));
}
