// The browser's sealing outside a browser: node seal.mjs folder-of-main.js question.json. Answers as JSON.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [source, file] = process.argv.slice(2), here = dirname(fileURLToPath(import.meta.url)), question = JSON.parse(readFileSync(file, 'utf8'));
const { outputFiles: [bundle] } = await build({ entryPoints: [join(source, 'sealing.js')], nodePaths: [join(here, 'node_modules')], write: false, bundle: true, format: 'esm' });
const code = join(mkdtempSync(join(here, 'sealing-')), 'sealing.mjs');
writeFileSync(code, bundle.contents);
const sealing = await import(pathToFileURL(code));

const told = async ask => { try { return await ask(); } catch (error) { return { refused: `${error.name}: ${error.message}` }; } };

if (question.payload) {
  const made = await sealing.newOrder(), payload = { ...question.payload, id: made.id, nonce: made.nonce, replyKey: made.replyKey };
  const about = { keys: made.keys, reply: made.reply, replyAt: question.payload.replyAt, to: payload.to, encryptionKey: question.encryptionKey };
  const order = await sealing.envelope({ typ: sealing.ORDER, payload, ...about });
  const word = await sealing.envelope({ typ: sealing.WORD, payload: { v: 1, order: made.id, number: 86_400, kind: 'withdraw', lines: [0], createdAt: payload.createdAt }, ...about });
  console.log(JSON.stringify({ made, order, word }));
} else {
  const { order, letter, answers, receipts, salt } = question;
  console.log(JSON.stringify({
    answers: await Promise.all(answers.map(answer => told(() => sealing.answerOf(answer, order)))),
    receipts: await Promise.all(receipts.map(receipt => told(() => sealing.receiptOf(receipt, order.to, letter)))),
    work: await sealing.work(salt, letter.id, 10),
  }));
}
