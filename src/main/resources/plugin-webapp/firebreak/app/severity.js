/** What the table Severity advises for the answers of the assessment, asked again whenever one of them changes. */

const DELAY = 250;

const FACTS = [
  'category', 'safetyRisk', 'spread', 'negativeSharePercent', 'vividTrigger', 'influentialAuthor', 'crisisHistory'
];

/** What the script of a form may do with the table. */
export const severityAdvice = {
  /** Keeps scope.advice at what the table advises for the answers; null while it advises nothing. */
  adviseSeverity() {
    const { scope } = this;
    let timer;
    let asking = new AbortController();
    const stop = () => {
      clearTimeout(timer);
      asking.abort();
    };
    // once it is handed in the task is gone, and nobody needs advice
    this.camForm.on('submit', stop);
    scope.$on('$destroy', stop);
    scope.$watchGroup(FACTS, () => {
      stop();
      asking = new AbortController();
      const { signal } = asking;
      timer = setTimeout(async () => {
        const advice = await adviceFor(this, signal);
        if (!signal.aborted) scope.$apply(() => { scope.advice = advice; });
      }, DELAY);
    });
  }
};

/** Null as long as an answer is missing, or where the advice can't be had: it is only advice. */
async function adviceFor(form, signal) {
  const { scope } = form;
  const missing = ['category', 'safetyRisk', 'spread', 'negativeSharePercent']
    .some(fact => scope[fact] === undefined || scope[fact] === null || scope[fact] === '');
  if (missing) return null;
  const query = new URLSearchParams(FACTS.map(fact => [fact, scope[fact] ?? false]));
  try {
    return (await form.ask(`severity?${query}`, { signal })).advised;
  } catch {
    return null;
  }
}
