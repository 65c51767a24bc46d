// Before anything is painted: the theme that was chosen, so that the page never flashes in the other one. It is a file of its
// own because the content security policy allows no script inside the page.
try {
  const chosen = localStorage.getItem("vitrine.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Without storage the theme is the system's.
}
