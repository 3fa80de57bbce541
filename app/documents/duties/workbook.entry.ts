// Runs in a thread of its own: writes an .xlsx file part by part, so that its size costs the pages nothing.
import { postBytes, takeParts } from '../shared/worker-port.server'
import type { WorkbookPart } from './workbook-parts'
import { workbookWriter } from './workbook-writer.server'

const book = workbookWriter(postBytes)

takeParts<WorkbookPart>(async (part) => {
  if (part.kind === 'end') await book.end()
  else book.take(part)
})
