import { expect, test } from "vitest";
import type { Project } from "../../services/projectService";
import { linesOf } from "./groups";

/** Projects whose titles say how many days ago they were made, and a format that reads it there. */
const made = (...days: number[]) =>
  days.map((day, at) => ({ id: String(at), created_at: String(day) }) as Project);
const format = { daysAgo: (instant: string) => Number(instant) };

/** The lines as text: a group's name, or the days of a project. */
function lines(days: number[], sort: Parameters<typeof linesOf>[1]) {
  return linesOf(made(...days), sort, format).map((line) =>
    line.kind === "heading" ? line.group : Number(line.project.created_at),
  );
}

test("rows stand under today, yesterday, the last 7 days and older", () => {
  expect(lines([0, 0, 1, 2, 7, 8, 400], "-created_at")).toEqual([
    "today",
    0,
    0,
    "yesterday",
    1,
    "week",
    2,
    7,
    "older",
    8,
    400,
  ]);
});

test("the oldest first has its groups the other way round", () => {
  expect(lines([30, 3, 0], "created_at")).toEqual(["older", 30, "week", 3, "today", 0]);
});

test("groups without rows have no heading", () => {
  expect(lines([9], "-created_at")).toEqual(["older", 9]);
  expect(lines([], "-created_at")).toEqual([]);
});

test("what a fast clock made tomorrow is of today", () => {
  expect(lines([-1, 0], "-created_at")).toEqual(["today", -1, 0]);
});

test("an order that is not by date has no groups", () => {
  expect(lines([0, 9, 1], "title")).toEqual([0, 9, 1]);
  expect(lines([0, 9, 1], "-relevance")).toEqual([0, 9, 1]);
});

test("each row knows its place among the projects", () => {
  const places = linesOf(made(0, 1, 2), "-created_at", format).flatMap((line) =>
    line.kind === "project" ? [line.at] : [],
  );
  expect(places).toEqual([0, 1, 2]);
});
