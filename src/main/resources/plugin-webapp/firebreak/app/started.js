/** What somebody started: Tasklist itself tells only that a process has been. */

import { say } from './words.js';

// milliseconds; long enough to write the reference down
const SHOWN = 15000;

/** Names the case that the form opened, where it did open one. */
export function nameStartedCase(camForm) {
  const { submit } = camForm;
  camForm.submit = whenSubmitted => {
    // the form is gone by the time of the answer
    const tasklist = camForm.formElement.injector();
    submit.call(camForm, (failure, started) => {
      whenSubmitted(failure, started);
      if (!failure && started?.businessKey) tell(tasklist, started.businessKey);
    });
  };
}

function tell(tasklist, reference) {
  tasklist.get('$rootScope').$applyAsync(() => tasklist.get('Notifications').addMessage({
    status: say('{reference} is open.', { reference }),
    message: say('Whoever is asked first has a task now.'),
    duration: SHOWN
  }));
}
