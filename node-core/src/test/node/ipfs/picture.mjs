// Pictures by CID in the eyes of another program, @helia/verified-fetch.
//
//   node picture.mjs CID GATEWAY…   fetches the block from each gateway alone and prints, a gateway each,
//                                   {gateway, type, sha256, length} or {gateway, refused, reasons}
import { createHash } from 'node:crypto'
import { createVerifiedFetchWithHelia } from '@helia/verified-fetch'
import { withHTTP } from '@helia/http'
import { createHeliaLight } from 'helia'
import { CID } from 'multiformats/cid'
import { identity } from 'multiformats/hashes/identity'
import { uriToMultiaddr } from '@multiformats/uri-to-multiaddr'

// names always the one gateway: helia 7.1.15 waits for ever when it has nothing but fallbacks
const only = (url) => ({
  name: 'only',
  toString: () => 'only',
  async *findProviders() {
    const id = CID.createV1(0x0920, identity.digest(new TextEncoder().encode(url)))
    yield { id, multiaddrs: [uriToMultiaddr(url)], protocols: ['transport-ipfs-gateway-http'], routing: 'only', router: 'only' }
  },
  async provide() {},
  async cancelReprovide() {},
  async put() {},
  async get() { throw new Error('none') },
  async findPeer() { throw new Error('none') },
  async *getClosestPeers() {},
})

// why a block is refused Helia says in its log alone: to the one who asked, a wrong hash is the same « 502 » as an absence
function noting(reasons) {
  const note = (_, ...told) => reasons.push(...told.filter(one => one instanceof Error).map(error => `${error.name}: ${error.message}`))
  const forComponent = () => Object.assign(note, { enabled: true, error: note, trace: note, newScope: forComponent })
  return { forComponent }
}

async function fetchFrom(gateway, cid) {
  const reasons = []
  const helia = withHTTP(createHeliaLight({ logger: noting(reasons) }), {
    delegatedRouters: [], recursiveGateways: [], allowLocal: true, allowInsecure: true,
  })
  helia.addRouter(only(gateway))
  const verifiedFetch = await createVerifiedFetchWithHelia(await helia.start())
  try {
    const answer = await verifiedFetch(`ipfs://${cid}`, { signal: AbortSignal.timeout(8000) })
    if (!answer.ok) return { gateway, refused: `${answer.status}`, reasons }
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { gateway, type: answer.headers.get('content-type'), sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length }
  } catch (error) {
    return { gateway, refused: `${error.name}: ${error.message}`, reasons }
  } finally {
    await verifiedFetch.stop()
  }
}

const [, , cid, ...gateways] = process.argv
const answers = []
for (const gateway of gateways) answers.push(await fetchFrom(gateway, cid))
console.log(JSON.stringify(answers))
process.exit(0)
