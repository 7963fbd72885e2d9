/** Where the server tells about a task. */
export function addressOfTask(camForm) {
  const api = document.querySelector('base').getAttribute('tasklist-api');
  const engine = camForm.options.urlParams.engineName;
  return `${api}plugin/firebreak/${engine}/tasks/${camForm.taskId}`;
}
