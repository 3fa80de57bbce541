/** Loaded on every page; the page works without it. */
import { films } from './film'
import { filtering } from './filter-list'
import { forgetting } from './forgetting'
import { leaving } from './leaving'
import { lessonPieces } from './lesson'
import { panel } from './panel'
import { paper } from './paper'
import { presenting } from './present'
import { printing } from './print'
import { following } from './progress'
import { submitOnce } from './submit-once'

// Before submitOnce: a form that is answered in place is not sent.
lessonPieces(document)
leaving(document)
submitOnce(document)
films(document)
paper(document)
panel(document)
presenting(document)
printing(document)
following(document)
forgetting(document)
filtering(document)
