import { connections } from './connections.ts';
import { courses } from './courses.ts';
import { media } from './media.ts';
import { refusals } from './refusals.ts';
import { results } from './results.ts';
import type { Scenario, ScenarioGroup } from './scenario.ts';
import { webhooks } from './webhooks.ts';

/** Every scenario, in the order of the page. */
export const scenarioGroups: readonly ScenarioGroup[] = [results, courses, refusals, webhooks, media, connections];

export const scenarios: readonly Scenario[] = scenarioGroups.flatMap((group) => group.scenarios);
