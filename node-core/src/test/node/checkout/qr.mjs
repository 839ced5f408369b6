// The QR codes that the browser draws: node qr.mjs qr.js texts.json
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [code, file] = process.argv.slice(2), { modulesOf } = await import(pathToFileURL(code));
console.log(JSON.stringify(JSON.parse(readFileSync(file, 'utf8')).map(text => modulesOf(text))));
