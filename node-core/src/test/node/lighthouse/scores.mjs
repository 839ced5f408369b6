// How Lighthouse sees pages, three times each, in the Chromium that is installed.
//
//   node scores.mjs CHROMIUM ADDRESS…   prints, an address each, {address, scores: {category: median of three}, failed: […]}
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'

const [, , chromium, ...addresses] = process.argv
const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'))
const browser = spawn(chromium, [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', `--user-data-dir=${profile}`,
  '--remote-debugging-port=0', 'about:blank',
], { stdio: 'ignore' })

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
async function port() {
  for (let i = 0; i < 100; i++) {
    try {
      return Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0])
    } catch {
      await later(100)
    }
  }
  throw new Error('the browser did not start')
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const answers = []
try {
  const options = { port: await port(), output: 'json', logLevel: 'error' }
  for (const address of addresses) {
    const runs = []
    for (let i = 0; i < 3; i++) runs.push((await lighthouse(address, options)).lhr)
    const scores = {}
    for (const name of ['performance', 'accessibility', 'best-practices', 'seo']) {
      scores[name] = Math.round(100 * median(runs.map((run) => run.categories[name].score)))
    }
    const failed = Object.values(runs[0].audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== 'informative')
      .map((audit) => `${audit.id} ${audit.score} ${audit.displayValue ?? ''}`)
    answers.push({ address, scores, failed })
  }
} finally {
  browser.kill()
  await later(500)
  rmSync(profile, { recursive: true, force: true })
}
console.log(JSON.stringify(answers))
