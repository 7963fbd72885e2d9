/** What somebody started: Tasklist itself tells only that a process has been. */

import { say } from './words.js';

// milliseconds; long enough to write the reference down
const SHOWN = 15000;

/** Names the case that the form opened, where it did open one. */
export function nameStartedCase(camForm) {
  const { submit } = camForm;
  camForm.submit = whenSubmitted => {
    const tasklist = camForm.formElement.injector();
    const scope = camForm.formElement.scope();
    submit.call(camForm, (failure, started) => {
      // the dialogue would take the notice with it
      if (!failure && started?.businessKey) scope.$on('$destroy', () => tell(tasklist, started.businessKey));
      whenSubmitted(failure, started);
    });
  };
}

function tell(tasklist, reference) {
  tasklist.get('$timeout')(() => tasklist.get('Notifications').addMessage({
    status: say('{reference} is open.', { reference }),
    duration: SHOWN
  }));
}
