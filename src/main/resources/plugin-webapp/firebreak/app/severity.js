/** What the table Severity advises for the answers of the assessment, asked again whenever one of them changes. */

import { addressOfTask } from './task.js';

const DELAY = 250;

const FACTS = [
  'category', 'safetyRisk', 'spread', 'negativeSharePercent', 'vividTrigger', 'influentialAuthor', 'crisisHistory'
];

export function adviseSeverity(camForm, scope) {
  let timer;
  let asked = 0;
  scope.$watchGroup(FACTS, () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const question = ++asked;
      const advice = await adviceFor(camForm, scope);
      if (question === asked) scope.$apply(() => { scope.advice = advice; });
    }, DELAY);
  });
}

/** Null as long as an answer is missing, or where the advice can't be had: it is only advice. */
async function adviceFor(camForm, scope) {
  const missing = ['category', 'safetyRisk', 'spread', 'negativeSharePercent']
    .some(fact => scope[fact] === undefined || scope[fact] === null || scope[fact] === '');
  if (missing) return null;
  const query = new URLSearchParams(FACTS.map(fact => [fact, scope[fact] ?? false]));
  try {
    const answer = await fetch(`${addressOfTask(camForm)}/severity?${query}`, { headers: { Accept: 'application/json' } });
    return answer.ok ? (await answer.json()).advised : null;
  } catch {
    return null;
  }
}
