/** Where the server tells about a task. */
export function addressOfTask(camForm) {
  const api = document.querySelector('base').getAttribute('tasklist-api');
  const engine = camForm.options.urlParams.engineName;
  return `${api}plugin/firebreak/${engine}/tasks/${camForm.taskId}`;
}

/** The element of a form with data-place="name". */
export function placeOf(camForm, name) {
  return camForm.formElement[0].querySelector(`[data-place="${name}"]`);
}
