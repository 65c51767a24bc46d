import { strings } from "../../strings";
import type { Section } from "./grid/section";

const words = strings.gallery;

/** Says which words of the search were replaced, since nothing has them as they were typed. */
export function Corrections({ corrections }: { corrections: Section["corrections"] }) {
  if (!corrections?.length) return null;
  return (
    <p role="status" className="pb-4 text-sm">
      {words.correctedTo}{" "}
      {corrections.map(({ from, to }, at) => (
        <span key={from}>
          {at > 0 && ", "}
          {to.map((word, place) => (
            <span key={word}>
              {place > 0 && ` ${words.or} `}
              <strong className="font-semibold">{word}</strong>
            </span>
          ))}
        </span>
      ))}
      <span className="ml-2 text-soft">{corrections.map(({ from }) => words.insteadOf(from)).join(" ")}</span>
    </p>
  );
}
