/** What the lists of several screens say alike. */
export const lists = {
  clearFilter: "Clear",
  clearFilters: "Clear filters",
  noValues: "Nothing to choose from",
  nothingMatches: "Nothing matches",
  nothingMatchesHint: "Try other words, or fewer filters.",
  trashEmpty: "The trash is empty",
  trashEmptyHint: "What you delete stays here for a while, so that you can take it back.",
  selected: (written: string) => `${written} selected`,
  clearSelection: "Clear selection",
  tagField: "Tags, separated by commas",
  tagHint: "autumn, hero",
  tagAdd: "Add tags",
};
