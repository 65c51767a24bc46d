import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fencesQuery, sectionQuery } from "../queries";
import { type Fence, isDated, type Section, sectionSize, type View } from "./section";

/** Where every list begins. */
const start: Fence = { ordinal: 0, cursor: null, created_at: null };

/** The list as far as it is known: where its sections begin, and those that are loaded. */
export interface Sections {
  fences: readonly Fence[];
  loaded: ReadonlyMap<number, Section>;
  failed: ReadonlyMap<number, Failed>;
  /** True while behind the last fence there is more whose fences are on their way, and what went wrong with them. */
  open: boolean;
  broken: Failed | null;
  /** How many assets the fences were set over; undefined where nobody knows. */
  total: number | undefined;
}

export interface Failed {
  error: unknown;
  retry: () => void;
}

/**
 * The sections of a list, of which those that are wanted (by number) are loaded. A list by date has all its fences in one answer;
 * any other finds the beginning of each section at the end of the one before. `chained` are those found at an earlier visit.
 */
export function useSections(view: View, wanted: readonly number[], chained: readonly Fence[]): Sections {
  const queries = useQueryClient();
  const dated = isDated(view.query);
  const fenced = useQuery(fencesQuery(queries, view));
  const [chain, setChain] = useState<readonly Fence[]>(chained.length > 0 ? chained : [start]);
  const known = fenced.data?.fences ?? [];
  const fences = dated ? (known.length > 0 ? known : [start]) : chain;

  const asked = wanted.filter((at) => at < fences.length);
  const answers = useQueries({
    queries: asked.map((at) => sectionQuery(queries, view, fences[at]?.cursor ?? null)),
  });
  const loaded = new Map<number, Section>();
  const failed = new Map<number, Failed>();
  for (const [at, { data, error, isError, refetch }] of answers.entries()) {
    const section = asked[at] ?? 0;
    if (data) loaded.set(section, data);
    else if (isError) failed.set(section, { error, retry: () => void refetch() });
  }
  // What moved over a fence between two answers is shown once, by the section that it is in now.
  for (const [at, section] of loaded) loaded.set(at, without(section, loaded.get(at + 1)));

  const last = fences.length - 1;
  const end = loaded.get(last);
  const next = dated ? null : (end?.next ?? null);
  const ordinal = (fences[last]?.ordinal ?? 0) + (end?.items.length ?? 0);
  useEffect(() => {
    if (next !== null) setChain((now) => [...now, { ordinal, cursor: next, created_at: null }]);
  }, [next, ordinal]);

  return {
    fences,
    loaded,
    failed,
    open: dated ? known.length === 0 && loaded.get(0)?.more === true : next !== null,
    broken: dated && fenced.isError ? { error: fenced.error, retry: () => void fenced.refetch() } : null,
    total: dated ? fenced.data?.total : end && !end.more ? ordinal : undefined,
  };
}

/** A section up to the first asset of the one behind it. */
function without(section: Section, behind: Section | undefined): Section {
  const first = behind?.items[0]?.id;
  const at = first === undefined ? -1 : section.items.findIndex(({ id }) => id === first);
  return at < 0 ? section : { ...section, items: section.items.slice(0, at) };
}

/** How many assets lie between a fence and the next, as the fences say. */
export function sizeOf(fences: readonly Fence[], at: number): number {
  const from = fences[at]?.ordinal ?? 0;
  return (fences[at + 1]?.ordinal ?? from + sectionSize) - from;
}
