// Signed repositories in the eyes of another program, the JavaScript package @atproto/repo.
//
//   node repository.mjs verify FILE DID        verifies a CAR; prints {rev, root, records: {key: {cid, value}}}
//   node repository.mjs prove FILE DID KEY CID verifies a CAR that proves one record, or with CID "none" its absence
//   node repository.mjs write FOLDER COUNT     makes a repository with a new key: full.car, and slice.car with changes to
//                                              it; prints {did, full: {rev, root, records: {key: cid}}, slice: {…}}
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes, randomInt } from 'node:crypto'
import * as repo from '@atproto/repo'
import { P256Keypair } from '@atproto/crypto'
import { jsonStringToLex, lexToJson } from '@atproto/lexicon'
import { CID } from 'multiformats/cid'

const PRODUCT = 'org.echoppe.catalogue.product'

async function verify(file, did) {
  const car = readFileSync(file)
  const { creates, commit } = await repo.verifyRepoCar(car, did, did)
  const { blocks } = await repo.readCarWithRoot(car)
  const records = {}
  for (const { collection, rkey, cid } of creates) {
    const value = repo.cborToLexRecord(blocks.get(cid))
    records[`${collection}/${rkey}`] = { cid: cid.toString(), value: lexToJson(value) }
  }
  return { rev: commit.rev, root: commit.cid.toString(), records }
}

async function prove(file, did, key, cid) {
  const [collection, rkey] = key.split('/')
  const claim = { collection, rkey, cid: cid === 'none' ? null : CID.parse(cid) }
  const { verified, unverified } = await repo.verifyProofs(readFileSync(file), [claim], did, did)
  return { verified: verified.length, unverified: unverified.length }
}

const create = (rkey) => ({
  action: repo.WriteOpAction.Create,
  collection: PRODUCT,
  rkey,
  record: jsonStringToLex(
    JSON.stringify({
      $type: PRODUCT,
      name: `Produit ${rkey} « à l’unité » 🥖`,
      price: { amount: randomInt(1, 1_000_000), currency: 'EUR' },
      logo: { $link: 'bafkreiccldh766hwcnuxnf2wh6jgzepf2nlu2lvcllt63eww5p6chi4ity' },
      seal: { $bytes: randomBytes(randomInt(40)).toString('base64').replaceAll('=', '') },
      old: -randomInt(1, 2 ** 47),
      tags: [true, false, null, '', []],
    }),
  ),
})

const randomKey = () => randomBytes(randomInt(1, 20)).toString('base64url') + randomInt(1_000_000)

async function summary(repository) {
  const records = {}
  for await (const { collection, rkey, cid } of repository.walkRecords()) {
    records[`${collection}/${rkey}`] = cid.toString()
  }
  return { rev: repository.commit.rev, root: repository.cid.toString(), records }
}

async function write(folder, count) {
  const keypair = await P256Keypair.create()
  const did = keypair.did()
  const storage = new repo.MemoryBlockstore()
  const keys = [...new Set(Array.from({ length: Number(count) }, randomKey))]
  const first = await repo.Repo.create(storage, did, keypair, keys.map(create))
  writeFileSync(join(folder, 'full.car'), await repo.blocksToCarFile(first.cid, storage.blocks))
  const full = await summary(first)

  const changes = keys.filter(() => randomInt(10) === 0).map((rkey) =>
    randomInt(2)
      ? { action: repo.WriteOpAction.Delete, collection: PRODUCT, rkey }
      : { ...create(rkey), action: repo.WriteOpAction.Update },
  )
  const commit = await first.formatCommit([...changes, create(randomKey() + 'new')], keypair)
  writeFileSync(join(folder, 'slice.car'), await repo.blocksToCarFile(commit.cid, commit.newBlocks))
  const second = await first.applyCommit(commit)
  return { did, full, slice: await summary(second) }
}

const [, , command, ...rest] = process.argv
const commands = { verify, prove, write }
console.log(JSON.stringify(await commands[command](...rest)))
