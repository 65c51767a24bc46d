import { useMutation, useQueryClient } from "@tanstack/react-query";
import { settingsQuery } from "../../format/viewer";
import { type Provider, type Settings, updateSettings } from "../../services/userService";
import { strings } from "../../strings";
import { explain } from "../ui/Failure";
import { showToast } from "../ui/toasts";

const words = strings.settings;

/** Disconnects a channel: shown at once, and put back if it is refused. It needs no version, for it touches nothing else. */
export function useDisconnect(provider: Provider): () => void {
  const queries = useQueryClient();
  const key = settingsQuery.queryKey;
  const name = words.providers[provider] ?? provider;

  const { mutate } = useMutation({
    mutationFn: () => updateSettings({ integrations: { [provider]: null } }),
    onMutate: async () => {
      await queries.cancelQueries({ queryKey: key, exact: true });
      const before = queries.getQueryData<Settings>(key);
      if (before) queries.setQueryData(key, disconnected(before, provider));
      return before;
    },
    onSuccess: (saved) => {
      queries.setQueryData(key, saved);
      showToast(words.disconnected(name));
    },
    onError: (error, _, before) => {
      queries.setQueryData(key, before);
      showToast(words.notDisconnected(name, explain(error).detail), { tone: "bad" });
    },
  });
  return mutate;
}

function disconnected(settings: Settings, provider: Provider): Settings {
  const now = {
    status: "not_connected" as const,
    account: null,
    reason: null,
    connected_at: null,
    updated_at: settings.integrations[provider].updated_at,
  };
  return { ...settings, integrations: { ...settings.integrations, [provider]: now } };
}
