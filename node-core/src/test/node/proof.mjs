// Proofs of records, and the module of our pages that checks them.
//
//   node proof.mjs judge DID RKEY FILE…   what verify.mjs says of each file: {name, cid, rev, time} or {refused}
//   node proof.mjs flip DID RKEY FILE     flips each bit of the file in turn; prints {tries, accepted}
//   node proof.mjs theirs COUNT           a repository by @atproto/repo with so many records, its proofs checked by
//                                         verify.mjs; prints {proven, otherDid, otherKey, absent, highS, time, rev}
import { readFileSync } from 'node:fs'
import * as repo from '@atproto/repo'
import { P256Keypair } from '@atproto/crypto'
import { cborEncode, cidForCbor } from '@atproto/common'
import { verify } from './verify.mjs'

const PRODUCT = 'org.echoppe.catalogue.product'
const P256_N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const said = (car, did, rkey) =>
  verify(new Uint8Array(car), did, rkey).then(
    ({ record, cid, rev, signedAt }) => ({ name: record.name, cid, rev, time: signedAt.toISOString() }),
    (error) => {
      if (!error.reason) throw error
      return { refused: error.reason }
    },
  )

async function judge(did, rkey, ...files) {
  return Promise.all(files.map((file) => said(readFileSync(file), did, rkey)))
}

async function flip(did, rkey, file) {
  const car = readFileSync(file)
  const accepted = []
  for (let bit = 0; bit < car.length * 8; bit += 3) {
    car[bit >> 3] ^= 1 << (bit & 7)
    if (!(await said(car, did, rkey)).refused) accepted.push(bit)
    car[bit >> 3] ^= 1 << (bit & 7)
  }
  return { tries: Math.ceil((car.length * 8) / 3), accepted }
}

const bytesOf = async (chunks) => {
  const parts = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

async function theirs(count) {
  const keypair = await P256Keypair.create()
  const did = keypair.did()
  const storage = new repo.MemoryBlockstore()
  const rkeys = Array.from({ length: Number(count) }, (_, i) => `3k${String(i + 22222).padStart(11, '2')}`)
  const records = rkeys.map((rkey) => ({
    action: repo.WriteOpAction.Create,
    collection: PRODUCT,
    rkey,
    record: { $type: PRODUCT, name: `Article ${rkey} « été » 🥖`, price: { amount: 390, currency: 'EUR' }, old: -5 },
  }))
  const made = await repo.Repo.create(storage, did, keypair, records)
  const proofOf = (rkey) => bytesOf(repo.getRecords(storage, made.cid, [{ collection: PRODUCT, rkey }]))
  const answers = { rev: made.commit.rev, proven: 0 }
  for (const rkey of rkeys) {
    const answer = await said(await proofOf(rkey), did, rkey)
    if (answer.name === `Article ${rkey} « été » 🥖` && answer.rev === made.commit.rev) answers.proven++
    answers.time = answer.time
  }
  const proof = await proofOf(rkeys[0])
  answers.otherDid = await said(proof, (await P256Keypair.create()).did(), rkeys[0])
  answers.otherKey = await said(proof, did, rkeys[1] + 'x')
  answers.absent = await said(await proofOf('3knothere22222'), did, '3knothere22222')
  answers.highS = await said(await highS(proof), did, rkeys[0])
  return answers
}

/** The same proof under the other signature of the pair that every signature is one of. */
async function highS(proof) {
  const { root, blocks } = await repo.readCarWithRoot(proof)
  const commit = repo.cborToLexRecord(blocks.get(root))
  const s = P256_N - BigInt('0x' + Buffer.from(commit.sig.slice(32)).toString('hex'))
  const sig = Buffer.concat([commit.sig.slice(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')])
  const forged = { ...commit, sig: new Uint8Array(sig) }
  const cid = await cidForCbor(forged)
  blocks.set(cid, cborEncode(forged))
  return repo.blocksToCarFile(cid, blocks)
}

const [, , command, ...rest] = process.argv
console.log(JSON.stringify(await { judge, flip, theirs }[command](...rest)))
