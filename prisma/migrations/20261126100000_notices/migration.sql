-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "NoticeSeen" (
    "noticeId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    CONSTRAINT "NoticeSeen_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoticeEnd" (
    "noticeId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    CONSTRAINT "NoticeEnd_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoticeDay" (
    "on" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MailAddress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "match" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "MailAddressStep" (
    "addressId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("addressId", "kind"),
    CONSTRAINT "MailAddressStep_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "MailAddress" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailChoice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "often" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "addressId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "once" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Mail_addressId_fkey" FOREIGN KEY ("addressId") REFERENCES "MailAddress" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailTry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mailId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "beganAt" DATETIME NOT NULL,
    CONSTRAINT "MailTry_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailTryEnd" (
    "tryId" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "MailTryEnd_tryId_fkey" FOREIGN KEY ("tryId") REFERENCES "MailTry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailEnd" (
    "mailId" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "MailEnd_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailNotice" (
    "noticeId" TEXT NOT NULL PRIMARY KEY,
    "mailId" TEXT NOT NULL,
    CONSTRAINT "MailNotice_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MailNotice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Feed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "unitId" TEXT,
    "locale" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FeedEnd" (
    "feedId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    CONSTRAINT "FeedEnd_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Notice_accountId_kind_subject_step_key" ON "Notice"("accountId", "kind", "subject", "step");

-- CreateIndex
CREATE UNIQUE INDEX "MailAddress_accountId_nth_key" ON "MailAddress"("accountId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "MailChoice_accountId_nth_key" ON "MailChoice"("accountId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_once_key" ON "Mail"("once");

-- CreateIndex
CREATE INDEX "Mail_accountId_kind_on_idx" ON "Mail"("accountId", "kind", "on");

-- CreateIndex
CREATE UNIQUE INDEX "MailTry_mailId_nth_key" ON "MailTry"("mailId", "nth");

-- CreateIndex
CREATE INDEX "MailNotice_mailId_idx" ON "MailNotice"("mailId");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_tokenHash_key" ON "Feed"("tokenHash");

-- CreateIndex
CREATE INDEX "Feed_accountId_idx" ON "Feed"("accountId");
