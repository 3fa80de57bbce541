// Runs in a thread of its own: reads questions that somebody sent as text, so that what is wrong with them costs the pages nothing.
import type { BankFormat } from '~/domain/banks/formats'
import { postBytes, takeParts } from '../shared/worker-port.server'
import { readBankText } from './bank-text.server'

type Part = { kind: 'file'; bytes: Uint8Array; format: Exclude<BankFormat, 'xlsx'> | null }

takeParts<Part>(async (part) => {
  if (part.kind === 'file') postBytes(Buffer.from(JSON.stringify(readBankText(part.bytes, part.format))))
})
