import { Outlet } from "@tanstack/react-router";
import { strings } from "../../strings";
import { Toaster } from "../ui/Toaster";
import { Account } from "./Account";
import { Mark } from "./Mark";
import { BottomBar, SideLinks } from "./Navigation";
import { Notices } from "./Notices";
import { RecentProjects } from "./RecentProjects";

/** The frame around every screen: navigation at the side, at the bottom on phones, and the notices. */
export function Shell() {
  return (
    <>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-inverse px-3 py-2 text-on-inverse focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {strings.shell.skip}
      </a>
      <div className="md:grid md:min-h-dvh md:grid-cols-[3.75rem_minmax(0,1fr)] lg:grid-cols-[14.5rem_minmax(0,1fr)]">
        <aside
          aria-label={strings.shell.sidebar}
          className="sticky top-0 hidden h-dvh flex-col border-r border-line px-2.5 pt-4 pb-2.5 md:flex"
        >
          <Mark className="mb-5 px-1.5" />
          <SideLinks />
          <RecentProjects />
          <Account />
        </aside>
        <header className="flex h-14 items-center justify-between px-4 md:hidden">
          <Mark />
          <Account compact />
        </header>
        <main id="content" tabIndex={-1} className="min-w-0 pb-24 outline-none md:pb-16">
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <Notices />
      <Toaster />
    </>
  );
}
