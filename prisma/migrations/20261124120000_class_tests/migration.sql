-- CreateTable
CREATE TABLE "ClassTest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    CONSTRAINT "ClassTest_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassTestRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "testId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassTestRevision_testId_fkey" FOREIGN KEY ("testId") REFERENCES "ClassTest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassTestStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "testId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassTestStep_testId_fkey" FOREIGN KEY ("testId") REFERENCES "ClassTest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassTestCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "testId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassTestCode_testId_fkey" FOREIGN KEY ("testId") REFERENCES "ClassTest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassPaper" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "testId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME NOT NULL,
    CONSTRAINT "ClassPaper_testId_fkey" FOREIGN KEY ("testId") REFERENCES "ClassTest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassPaperQuestion" (
    "paperId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "questionId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "options" TEXT NOT NULL,
    "answer" TEXT,
    "savedAt" DATETIME,

    PRIMARY KEY ("paperId", "ordinal"),
    CONSTRAINT "ClassPaperQuestion_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "ClassPaper" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassPaperClosing" (
    "paperId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "way" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "right" TEXT NOT NULL,
    CONSTRAINT "ClassPaperClosing_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "ClassPaper" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassFeedbackGiven" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "classId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    CONSTRAINT "ClassFeedbackGiven_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClassFeedback" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "classId" TEXT NOT NULL,
    "heap" INTEGER NOT NULL,
    "clear" TEXT NOT NULL,
    "unclear" TEXT NOT NULL,
    "pace" TEXT NOT NULL,
    "more" TEXT NOT NULL,
    CONSTRAINT "ClassFeedback_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ClassTest_classId_part_key" ON "ClassTest"("classId", "part");

-- CreateIndex
CREATE UNIQUE INDEX "ClassTestRevision_testId_nth_key" ON "ClassTestRevision"("testId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ClassTestStep_testId_nth_key" ON "ClassTestStep"("testId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ClassTestCode_code_key" ON "ClassTestCode"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ClassTestCode_testId_nth_key" ON "ClassTestCode"("testId", "nth");

-- CreateIndex
CREATE INDEX "ClassPaper_personId_idx" ON "ClassPaper"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ClassPaper_testId_personId_nth_key" ON "ClassPaper"("testId", "personId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "ClassFeedbackGiven_classId_personId_key" ON "ClassFeedbackGiven"("classId", "personId");

-- CreateIndex
CREATE INDEX "ClassFeedback_classId_idx" ON "ClassFeedback"("classId");
