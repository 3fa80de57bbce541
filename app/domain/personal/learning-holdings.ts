import type { Holding } from './holding'

/** Lessons, papers, practice and what they ended in. */
export const learningHoldings: readonly Holding[] = [
  { table: 'LessonProgress', of: ['personId'] },
  { table: 'PieceAnswer', of: ['personId'], drop: true, words: ['answer'] },
  { table: 'VideoWatch', of: ['personId'], drop: true },
  { table: 'Attempt', of: ['personId', 'postId'], by: ['closedBy', 'evidenceId'] },
  { table: 'AttemptQuestion', under: { column: 'attemptId', table: 'Attempt' } },
  { table: 'Refresher', of: ['personId', 'postId'], by: ['attemptId'] },
  { table: 'RefresherReading', under: { column: 'refresherId', table: 'Refresher' } },
  { table: 'PanelRun', of: ['personId'], drop: true, words: ['acts'] },
  { table: 'VisitRun', of: ['personId'], drop: true, words: ['answers'] },
  { table: 'PermitRun', of: ['personId'], drop: true, words: ['answers'] },
  { table: 'PracticalAssessment', of: ['personId'], by: ['createdBy'] },
  { table: 'PracticalObserver', of: ['personId'] },
  {
    table: 'PracticalSheet',
    under: { column: 'assessmentId', table: 'PracticalAssessment' },
    by: ['observerId', 'receivedBy'],
    words: ['marks'],
  },
  { table: 'PracticalOutcome', under: { column: 'assessmentId', table: 'PracticalAssessment' }, by: ['evidenceId'] },
  { table: 'PracticalEnd', under: { column: 'assessmentId', table: 'PracticalAssessment' }, by: ['by'], words: ['reason'] },
]

/** Certificates and licences. A certificate keeps its serial, its number and its token; the name on it becomes the marker. */
export const credentialHoldings: readonly Holding[] = [
  { table: 'Certificate', of: ['personId'], by: ['evidenceId', 'attemptId'], clear: { printedName: 'marker' } },
  { table: 'CertificateRevocation', under: { column: 'certificateId', table: 'Certificate' }, by: ['by'], words: ['reason'] },
  { table: 'CertificateCorrection', under: { column: 'certificateId', table: 'Certificate' }, by: ['by', 'replacesId'], words: ['reason'] },
  { table: 'CertificateGap', by: ['by'], words: ['why'] },
  { table: 'CertificateBatch', by: ['askedBy'], words: ['ask', 'left', 'fault'] },
  { table: 'SerialCounter', about: 'the serial given last' },
  { table: 'SigningKey', by: ['madeBy'], withheld: ['sealed'] },
  { table: 'SigningKeyTheft', by: ['by'], words: ['reason'] },
  {
    table: 'Licence',
    of: ['personId'],
    by: ['recordedBy'],
    clear: { printedName: 'marker', numberSealed: 'sealedMarker', numberHash: 'empty', photo: 'nothing' },
    sealed: ['numberSealed'],
    withheld: ['numberHash'],
  },
  { table: 'LicenceCheck', under: { column: 'licenceId', table: 'Licence' }, by: ['by'], clear: { page: 'nothing', note: 'nothing' } },
  { table: 'LicenceConfirmation', under: { column: 'checkId', table: 'LicenceCheck' }, by: ['by'], clear: { note: 'nothing' } },
  { table: 'LicenceEnd', under: { column: 'licenceId', table: 'Licence' }, by: ['by', 'replacedBy'], words: ['reason'] },
  { table: 'LicenceRule', by: ['createdBy', 'endedBy'], words: ['reason'] },
]

/** Notices, mail and calendars go whole; so do the rows of sheets that were brought, which are sealed and can only be read one by one. */
export const toldHoldings: readonly Holding[] = [
  { table: 'Notice', of: ['accountId'], drop: true, words: ['body'] },
  { table: 'NoticeSeen', under: { column: 'noticeId', table: 'Notice' }, drop: true },
  { table: 'NoticeEnd', under: { column: 'noticeId', table: 'Notice' }, drop: true },
  { table: 'NoticeDay', about: 'the notices of a day were worked out' },
  { table: 'MailAddress', of: ['accountId'], drop: true, sealed: ['sealed'], withheld: ['match', 'codeHash'] },
  { table: 'MailAddressStep', under: { column: 'addressId', table: 'MailAddress' }, drop: true },
  { table: 'MailChoice', of: ['accountId'], drop: true },
  { table: 'Mail', of: ['accountId'], by: ['addressId'], drop: true, sealed: ['sealed'] },
  { table: 'MailTry', under: { column: 'mailId', table: 'Mail' }, drop: true },
  { table: 'MailTryEnd', under: { column: 'tryId', table: 'MailTry' }, drop: true, words: ['said'] },
  { table: 'MailEnd', under: { column: 'mailId', table: 'Mail' }, drop: true },
  { table: 'MailNotice', under: { column: 'mailId', table: 'Mail' }, by: ['noticeId'], drop: true },
  { table: 'Feed', of: ['accountId'], drop: true, withheld: ['tokenHash'] },
  { table: 'FeedEnd', under: { column: 'feedId', table: 'Feed' }, drop: true },
  { table: 'Suggestion', of: ['accountId'], by: ['handledBy'], clear: { contact: 'nothing' }, words: ['text', 'contact', 'note'] },
  { table: 'RosterImport', by: ['askedBy'], words: ['fileName', 'fault'] },
  { table: 'BroughtTraining', of: ['subjectId'], by: ['by'], words: ['organiser'] },
  { table: 'RosterLine', about: 'a sealed row of a sheet, forgotten after its time; an erasure forgets every one that names him' },
]
