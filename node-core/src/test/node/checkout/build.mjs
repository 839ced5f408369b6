// Makes checkout.js: node build.mjs folder-of-main.js result. Prints what it is made with and its SHA-256. Packages come from beside
// this file, so that nothing depends on where the sources lie.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, version } from 'esbuild';

const [source, result] = process.argv.slice(2), here = dirname(fileURLToPath(import.meta.url)), packages = join(here, 'node_modules');
const jose = JSON.parse(readFileSync(join(packages, 'jose/package.json'), 'utf8'));
const licence = readFileSync(join(packages, 'jose/LICENSE.md'), 'utf8').trim();
const { outputFiles: [file] } = await build({
  entryPoints: [join(source, 'main.js')], absWorkingDir: source, nodePaths: [packages], write: false, bundle: true, format: 'esm', target: 'es2022',
  minify: true, charset: 'utf8', legalComments: 'inline',
  banner: { js: `/*! Échoppe checkout, made of node-core/src/main/js.\n\nHolds jose ${jose.version}:\n\n${licence}\n*/` },
});
writeFileSync(result, file.contents);
console.log(JSON.stringify({ jose: jose.version, esbuild: version, sha256: createHash('sha256').update(file.contents).digest('hex') }));
