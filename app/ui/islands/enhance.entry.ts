/** Loaded on every page; the page works without it. */
import { films } from './film'
import { lessonPieces } from './lesson'
import { paper } from './paper'
import { submitOnce } from './submit-once'

// Before submitOnce: a form that is answered in place is not sent.
lessonPieces(document)
submitOnce(document)
films(document)
paper(document)
