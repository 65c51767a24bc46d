import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { gallerySearch } from "./components/gallery/search";
import { insightsSearch } from "./components/insights/search";
import { projectSearch, projectsSearch } from "./components/projects/search";
import { Crashed, Lost } from "./components/shell/Lost";
import { Shell } from "./components/shell/Shell";
import { SignedIn } from "./components/shell/SignedIn";
import { keepPlace } from "./url/place";
import { parseSearch, stringifySearch } from "./url/search";

const root = createRootRoute({ notFoundComponent: Lost });

/** Everything inside the frame with the navigation. */
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/projects", replace: true });
  },
});

const projects = createRoute({
  getParentRoute: () => shell,
  path: "/projects",
  validateSearch: projectsSearch,
  component: lazyRouteComponent(() => import("./components/Projects")),
});

const project = createRoute({
  getParentRoute: () => shell,
  path: "/projects/$projectId",
  validateSearch: projectSearch,
  component: lazyRouteComponent(() => import("./components/projects/ProjectPage")),
});

const gallery = createRoute({
  getParentRoute: () => shell,
  path: "/gallery",
  validateSearch: gallerySearch,
  component: lazyRouteComponent(() => import("./components/Gallery")),
});

const insights = createRoute({
  getParentRoute: () => shell,
  path: "/insights",
  validateSearch: insightsSearch,
  component: lazyRouteComponent(() => import("./components/Insights")),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: lazyRouteComponent(() => import("./components/Settings")),
});

const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: SignedIn });

/** The addresses of the page. The server knows them too (adapters/http/page.go), so that each can be opened directly. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    shell.addChildren([projects, project, gallery, insights, settings]),
    signedIn,
  ]),
  parseSearch,
  stringifySearch,
  // The gallery keeps its place by itself, by what was seen and not by pixels.
  scrollRestoration: ({ location }) => location.pathname !== "/gallery",
  defaultPreload: "intent",
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: Lost,
});

keepPlace(router);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
