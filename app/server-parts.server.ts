import { closeDatabase } from '~/data/db.server'
import { settings } from '~/env.server'
import { measureEventLoop } from '~/gateways/event-loop.server'
import { log } from '~/gateways/log.server'
import { installationKey } from '~/gateways/secrets.server'
import { allClosed, saySiblings, workerNumber } from '~/gateways/siblings.server'
import { beginStopping } from '~/gateways/stopping.server'
import { fastLesson } from './fast-lessons.server'
import { fastPage } from './fast-pages.server'
import { fastPost } from './fast-posts.server'
import { bareErrorPage } from './http/bare-error.server'
import { callerAddress, isOwnOrigin } from './http/caller.server'
import { answerFast, warmFrontPage } from './http/fast.server'
import { health } from './http/health.server'
import { mayReadMetrics, metricsOfAll } from './http/metrics.server'
import { ownFactsText } from './http/process-facts.server'
import { noting } from './http/request-notes.server'
import { discardUnread } from './http/unread.server'
import { keepLessons } from './routes/outreach+/lesson-answer.server'
import { startShareOfJobs } from './share-of-jobs.server'
import { microStyleHash } from './ui/outreach/micro-style.server'
import { announceFirstCode } from './usecases/accounts/issue-first-code.server'
import './usecases/backup/back-up-nightly.server'
import './usecases/credentials/make-batches.server'
import './usecases/drills/make-folders.server'
import './usecases/duties/verify-evidence.server'
import './usecases/duties/warm-coverage.server'
import './usecases/exams/close-due-attempts.server'
import './usecases/learn/warm-lessons.server'
import './usecases/notices/send-mail.server'
import './usecases/notices/tell-day.server'
import './usecases/outreach/make-packs.server'
import './usecases/personal/sweep-erased.server'
import './usecases/personal/keep-retention.server'
import { keepScans } from './usecases/outreach/count-scan.server'
import './usecases/running/try-writing.server'

/** What server.ts takes from the build, so that server and pages share one database and one clock. */
export const serverParts = {
  settings: settings(),
  callerAddress,
  isOwnOrigin,
  health,
  mayReadMetrics,
  metricsOfAll,
  measureEventLoop,
  noting,
  beginStopping,
  log,
  closeDatabase,
  startShareOfJobs,
  answerFast,
  discardUnread,
  bareErrorPage,
  fastLesson,
  fastPage,
  fastPost,
  warmFrontPage,
  announceFirstCode,
  keepLessons,
  keepScans,
  microStyleHash,
  workerNumber,
  allClosed,
  saySiblings,
  ownFactsText,
  installationKey,
}
