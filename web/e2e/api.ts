import { type APIRequestContext, expect } from "@playwright/test";

interface Project {
  id: string;
  title: string;
}

/** What the pipeline and other tabs do meanwhile, said to the API directly. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  /** Adds a project. */
  async project(given: { title: string; brief?: string; type?: string; tags?: string[] }): Promise<Project> {
    return this.send("post", "projects", given);
  }

  /** Adds projects with titles that begin so, numbered from 1; the last one is the newest. */
  async projects(prefix: string, count: number) {
    for (let number = 1; number <= count; number += 1) await this.project({ title: `${prefix} ${number}` });
  }

  /** Adds assets to a project. */
  async assets(items: object[]) {
    await this.send("post", "assets/batch", { items });
  }

  /** Changes a project, as people and the pipeline do. */
  async change(id: string, patch: object): Promise<Project> {
    return this.send("patch", `projects/${id}`, patch);
  }

  /** Finds projects by a query string. */
  async find(query: string): Promise<Project[]> {
    const answer = await this.request.get(`/api/v1/projects?${query}`);
    expect(answer.ok()).toBe(true);
    return (await answer.json()).items;
  }

  private async send(method: "post" | "patch", path: string, data: object) {
    const answer = await this.request[method](`/api/v1/${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  }
}
