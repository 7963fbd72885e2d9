/** Whom and what a form offers to choose from. */

import { addressOfTask } from './task.js';
import { say } from './words.js';

/** Fetches who can lead a case and the areas of the house. */
export async function loadHouse(camForm) {
  const answer = await fetch(`${addressOfTask(camForm)}/house`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(say("People and areas can't be shown (the server answered {status}).", { status: answer.status }));
  return answer.json();
}

/** Areas as the lines of a text, for the server; those that are ticked and those that were typed. */
export function areaLines(ticked, typed) {
  const names = [...Object.keys(ticked).filter(name => ticked[name]), ...(typed ?? '').split('\n')];
  return [...new Set(names.map(name => name.trim()).filter(Boolean))].join('\n');
}

/** The areas that somebody had begun to choose, out of what Tasklist kept. */
export function takeAreas(camForm) {
  const { variables } = camForm.variableManager;
  const kept = variables.areas?.value;
  delete variables.areas;
  return kept ? kept.split('\n') : [];
}
