// Draws decision tables, and the requirements diagram of a file that holds more than one decision.
// Called by the script "render": node render-decisions.cjs <folder of the pictures> <file.dmn>...
const fs = require('fs');
const path = require('path');
const puppeteer = require('puppeteer');

const dist = path.dirname(require.resolve('dmn-js/dist/dmn-viewer.production.min.js'));
const styles = ['dmn-js-shared', 'dmn-js-drd', 'dmn-js-decision-table', 'dmn-js-literal-expression', 'diagram-js', 'dmn-font/css/dmn'];
const margin = 8;

const style = `
  body { margin: 0; background: white; font-family: Arial, sans-serif; }
  #canvas { width: 2400px; height: 1200px; }
  .powered-by, .bjs-powered-by, .view-drd, .dmn-definitions, .drill-down-overlay { display: none !important; }
  .tjs-container { width: fit-content !important; height: fit-content !important; }
  .input-variable, .output-variable { display: none; }
  .tjs-table { table-layout: auto !important; width: auto !important; }
  .tjs-table td.input-cell, .tjs-table td.output-cell { white-space: nowrap; }
  .tjs-table td.output-cell.long { white-space: normal; min-width: 300px; }
  .tjs-table th.annotation { min-width: 460px; }
`;

async function main([pictures, ...files]) {
  const browser = await puppeteer.launch();
  try {
    for (const file of files) {
      await draw(browser, file, pictures);
    }
  } finally {
    await browser.close();
  }
}

async function draw(browser, file, pictures) {
  const page = await browser.newPage();
  await page.setViewport({ width: 2500, height: 1300 });
  await page.goto(`file://${dist}/`);
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="canvas"></div>');
  for (const name of styles) {
    await page.addStyleTag({ path: path.join(dist, 'assets', `${name}.css`) });
  }
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ path: path.join(dist, 'dmn-viewer.production.min.js') });

  const views = await page.evaluate(async (xml) => {
    window.viewer = new DmnJS({ container: '#canvas' });
    await viewer.importXML(xml);
    return viewer.getViews().map((view) => ({ type: view.type, id: view.element.id }));
  }, fs.readFileSync(file, 'utf8'));

  const tables = views.filter((view) => view.type === 'decisionTable');
  for (const view of tables) {
    await drawTable(page, view.id, path.join(pictures, `${view.id}.png`));
  }
  if (tables.length > 1) {
    await drawRequirements(page, path.join(pictures, `${path.basename(file, '.dmn')}-requirements.png`));
  }
  await page.close();
}

async function drawTable(page, id, picture) {
  await page.evaluate((wanted) => viewer.open(viewer.getViews().find((view) => view.element.id === wanted)), id);
  // a sentence breaks, a word or a number does not
  await page.waitForSelector('.tjs-table td.output-cell');
  await page.evaluate(() => document.querySelectorAll('.tjs-table td.output-cell').forEach((cell) =>
    cell.classList.toggle('long', cell.textContent.length > 40)));
  await shoot(page, '.dmn-decision-table-container .tjs-container', picture);
}

async function drawRequirements(page, picture) {
  await page.evaluate(async () => {
    await viewer.open(viewer.getViews().find((view) => view.type === 'drd'));
    viewer.getActiveViewer().get('canvas').zoom('fit-viewport');
  });
  await shoot(page, '.djs-container .viewport', picture);
}

async function shoot(page, selector, picture) {
  const box = await (await page.waitForSelector(selector)).boundingBox();
  console.log(`writing ${picture}`);
  await page.screenshot({
    path: picture,
    clip: {
      x: Math.max(0, box.x - margin),
      y: Math.max(0, box.y - margin),
      width: box.width + 2 * margin,
      height: box.height + 2 * margin,
    },
  });
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`render-decisions: ${error.message}`);
  process.exit(1);
});
