import { copiedTables, growingTables } from "../../../src/db/connection/distribute.ts";
import type { PlanNode } from "./plan-tap.ts";

/**
 * What would keep a statement from running on many machines, where each has the rows of its own customers: a join of
 * growing tables by anything but the customer, one with a small table that is not copied, grouping sets, locked rows.
 *
 * @returns Sentences; empty for a statement that each machine can do for itself.
 */
export function obstacles(plan: PlanNode): readonly string[] {
  return [...ownObstacles(plan), ...childrenOf(plan).flatMap(obstacles)];
}

function ownObstacles(node: PlanNode): readonly string[] {
  const found: string[] = [];
  if (node["Grouping Sets"] !== undefined && growing(node).length > 0) found.push("grouping sets");
  if (node["Node Type"] === "LockRows" && growing(node).length > 0) found.push("locks rows");
  const [left, right] = sidesOf(node);
  if (left === undefined || right === undefined || isGathered(left) || isGathered(right)) return found;
  return [...found, ...joinObstacles(node, left, right)];
}

function joinObstacles(node: PlanNode, left: PlanNode, right: PlanNode): readonly string[] {
  const [one, other] = [tablesOf(left), tablesOf(right)];
  const [grownLeft, grownRight] = [growing(left), growing(right)];
  const alone = [...one, ...other].filter((table) => isOurs(table) && !isGrowing(table) && !isCopied(table));
  if (grownLeft.length + grownRight.length > 0 && alone.length > 0)
    return [`${[...grownLeft, ...grownRight].join(", ")} with ${alone.join(", ")}, which has no copy`];
  if (grownLeft.length === 0 || grownRight.length === 0) return [];
  const columns = new Set([...grownLeft, ...grownRight].map((table) => growingTables[table]));
  const [column = ""] = columns;
  const isTogether =
    columns.size === 1 && (joinsOn(column, node, left, right) || isPinned(left, right, column));
  return isTogether ? [] : [`${grownLeft.join(", ")} with ${grownRight.join(", ")} not by the customer`];
}

/** The two sides of a join; a subquery that looks at the row outside of it is one too. */
function sidesOf(node: PlanNode): readonly (PlanNode | undefined)[] {
  const outer = childBy(node, "Outer");
  const inner = childBy(node, "Inner");
  if (inner !== undefined) return [outer, inner];
  const asked = childrenOf(node).find(
    (child) => child["Parent Relationship"] === "SubPlan" && looksOutside(child),
  );
  return asked === undefined
    ? []
    : [{ ...node, Plans: node.Plans?.filter((child) => child !== asked) ?? [] }, asked];
}

function looksOutside(subquery: PlanNode): boolean {
  const own = aliasesOf(subquery);
  const named = conditionsIn(subquery).flatMap((text) =>
    [...text.matchAll(/(\w+)\.\w+/gu)].map(([, alias]) => alias),
  );
  return named.some((alias) => alias !== undefined && !own.includes(alias));
}

/** Whether an equality of the column on both sides is among the join's conditions, or those that it hands down. */
function joinsOn(column: string, node: PlanNode, left: PlanNode, right: PlanNode): boolean {
  const [one, other] = [aliasesOf(left), aliasesOf(right)];
  const equal = new RegExp(`(\\w+)\\.${column}\\)? = \\(?(\\w+)\\.${column}\\b`, "gu");
  return [...ownConditions(node), ...conditionsIn(right)].some((text) =>
    [...text.matchAll(equal)].some(
      ([, a = "", b = ""]) =>
        (one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)),
    ),
  );
}

/** Whether all rows are of one customer, who is named: then one machine has them all. */
function isPinned(left: PlanNode, right: PlanNode, column: string): boolean {
  const scans = [...nodesIn(left), ...nodesIn(right)].filter(({ "Relation Name": table }) =>
    isGrowing(table),
  );
  const named = new RegExp(`\\b${column} = (\\$\\d|'?\\d|\\(InitPlan)`, "u");
  return scans.every((scan) => ownConditions(scan).some((text) => named.test(text)));
}

function ownConditions(node: PlanNode): readonly string[] {
  const keys = [
    "Hash Cond",
    "Merge Cond",
    "Join Filter",
    "Index Cond",
    "Recheck Cond",
    "Filter",
    "Cache Key",
  ];
  return keys.flatMap((key) => (typeof node[key] === "string" ? [node[key]] : []));
}

function conditionsIn(node: PlanNode): readonly string[] {
  return nodesIn(node).flatMap(ownConditions);
}

/** The node and what is under it; not what the machines hand over first: that stands with who asks. */
function nodesIn(node: PlanNode): readonly PlanNode[] {
  const under = childrenOf(node).filter((child) => !isGathered(child));
  return [node, ...under.flatMap(nodesIn)];
}

/** A CTE or a value asked for once, the first so many rows, totals by something else than customers. */
function isGathered(node: PlanNode): boolean {
  if (node["Parent Relationship"] === "InitPlan" || node["Node Type"] === "Limit") return true;
  const isTotal = node["Node Type"] === "Aggregate" && node["Partial Mode"] !== "Partial";
  return isTotal && !JSON.stringify(node["Group Key"] ?? []).includes("customer_id");
}

function childrenOf(node: PlanNode): readonly PlanNode[] {
  return node.Plans ?? [];
}

function childBy(node: PlanNode, relationship: string): PlanNode | undefined {
  return childrenOf(node).find((child) => child["Parent Relationship"] === relationship);
}

function tablesOf(node: PlanNode): readonly string[] {
  return nodesIn(node).flatMap(({ "Relation Name": name }) => (typeof name === "string" ? [name] : []));
}

function aliasesOf(node: PlanNode): readonly string[] {
  return nodesIn(node).flatMap(({ Alias: alias }) => (typeof alias === "string" ? [alias] : []));
}

function growing(node: PlanNode): readonly string[] {
  return tablesOf(node).filter(isGrowing);
}

function isGrowing(table: unknown): boolean {
  return typeof table === "string" && Object.hasOwn(growingTables, table);
}

function isCopied(table: string): boolean {
  return copiedTables.includes(table);
}

/** Not a table that a file is read into, nor one of the session: those stand with who asks. */
function isOurs(table: string): boolean {
  return !/^(staging_|placed_|later_)/u.test(table);
}
