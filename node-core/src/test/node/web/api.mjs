// The public JSON against its own description, by other programs.
//
//   node api.mjs FILE ADDRESS PATH…   FILE is the OpenAPI document. Asks for each PATH at ADDRESS and holds the answer against
//                                     the schema that the document gives it; an answer that is known is asked for again by
//                                     its ETag. Prints {asked: {path: status}, wrong: […]}
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const [, , file, address, ...paths] = process.argv
const document = JSON.parse(readFileSync(file, 'utf8'))
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true })
addFormats(ajv)
ajv.addKeyword('components')
ajv.addSchema({ $id: 'api', components: document.components })

// chosen fields are named and typed as ever; which of them there are, the caller has said
const chosen = (schema) =>
  Array.isArray(schema)
    ? schema.map(chosen)
    : schema && typeof schema === 'object'
      ? Object.fromEntries(
          Object.entries(schema)
            .filter(([name, value]) => name !== 'required' || !Array.isArray(value))
            .map(([name, value]) => [name, chosen(value)]),
        )
      : schema
ajv.addSchema({ $id: 'chosen', components: chosen(document.components) })

const shape = (path) => new RegExp('^' + path.replace(/[.]/g, '\\.').replace(/\{\w+}/g, '[^/]+') + '$')
const asked = {}
const wrong = []
for (const path of paths) {
  const answer = await fetch(address + path)
  const body = await answer.json()
  asked[path] = answer.status
  const entry = Object.entries(document.paths).find(([known]) => shape(known).test(path.split('?')[0]))
  let told = entry?.[1].get.responses[answer.status]
  if (told?.$ref) told = document.components.responses[told.$ref.split('/').pop()]
  const type = answer.headers.get('content-type').split(';')[0]
  const schema = told?.content[type]?.schema
  if (!schema) {
    wrong.push(`${path}: ${answer.status} ${type} is not described`)
    continue
  }
  const validate = ajv.compile({ $ref: (path.includes('fields=') ? 'chosen' : 'api') + schema.$ref })
  if (!validate(body)) wrong.push(`${path}: ${ajv.errorsText(validate.errors)}`)
  if (answer.status !== 200) continue
  const again = await fetch(address + path, { headers: { 'If-None-Match': answer.headers.get('etag') } })
  if (again.status !== 304 || !entry[1].get.responses[304] || (await again.text()) !== '')
    wrong.push(`${path}: ${again.status} to whoever holds it`)
}
console.log(JSON.stringify({ asked, wrong }))
