-- CreateTable
CREATE TABLE "LocalQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "LocalQuestionRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "LocalQuestionRevision_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "LocalQuestion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LocalQuestionVerdict" (
    "revisionId" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "LocalQuestionVerdict_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "LocalQuestionRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LocalQuestionStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "LocalQuestionStep_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "LocalQuestion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "fault" TEXT,
    "said" TEXT NOT NULL,
    "unread" TEXT NOT NULL,
    "writtenAt" DATETIME,
    "droppedAt" DATETIME,
    "counts" TEXT
);

-- CreateTable
CREATE TABLE "BankImportLine" (
    "importId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    PRIMARY KEY ("importId", "nth"),
    CONSTRAINT "BankImportLine_importId_fkey" FOREIGN KEY ("importId") REFERENCES "BankImport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "LocalQuestion_placeId_idx" ON "LocalQuestion"("placeId");

-- CreateIndex
CREATE UNIQUE INDEX "LocalQuestionRevision_questionId_nth_key" ON "LocalQuestionRevision"("questionId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "LocalQuestionStep_questionId_nth_key" ON "LocalQuestionStep"("questionId", "nth");

-- CreateIndex
CREATE INDEX "BankImport_by_idx" ON "BankImport"("by");

-- CreateIndex
CREATE INDEX "BankImportLine_importId_result_nth_idx" ON "BankImportLine"("importId", "result", "nth");
