// Redraws the picture of a file four times at once, and prints by how many megabytes the process grew at most.
import fs from 'node:fs'
import sharp from 'sharp'
import { redrawn } from '~/gateways/photographs.server'

const peak = () => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
const bytes = fs.readFileSync(process.argv[2] ?? '')
const small = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
  .jpeg()
  .toBuffer()
await redrawn(small)
const before = peak()
const drawn = await Promise.all([bytes, bytes, bytes, bytes].map(redrawn))
if (!drawn.every((one) => Buffer.isBuffer(one))) throw new Error('not every picture was redrawn')
console.log(Math.round(peak() - before))
