/** What the table Severity advises for the answers of the assessment, asked again whenever one of them changes. */

import { addressOfTask } from './task.js';

const DELAY = 250;

const FACTS = [
  'category', 'safetyRisk', 'spread', 'negativeSharePercent', 'vividTrigger', 'influentialAuthor', 'crisisHistory'
];

export function adviseSeverity(camForm, scope) {
  let timer;
  let asking = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    asking.abort();
  };
  // once it is handed in the task is gone, and nobody needs advice
  camForm.on('submit', stop);
  scope.$on('$destroy', stop);
  scope.$watchGroup(FACTS, () => {
    stop();
    asking = new AbortController();
    const { signal } = asking;
    timer = setTimeout(async () => {
      const advice = await adviceFor(camForm, scope, signal);
      if (!signal.aborted) scope.$apply(() => { scope.advice = advice; });
    }, DELAY);
  });
}

/** Null as long as an answer is missing, or where the advice can't be had: it is only advice. */
async function adviceFor(camForm, scope, signal) {
  const missing = ['category', 'safetyRisk', 'spread', 'negativeSharePercent']
    .some(fact => scope[fact] === undefined || scope[fact] === null || scope[fact] === '');
  if (missing) return null;
  const query = new URLSearchParams(FACTS.map(fact => [fact, scope[fact] ?? false]));
  try {
    const answer = await fetch(`${addressOfTask(camForm)}/severity?${query}`,
      { headers: { Accept: 'application/json' }, signal });
    return answer.ok ? (await answer.json()).advised : null;
  } catch {
    return null;
  }
}
