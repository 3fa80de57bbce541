-- The year folders of many units as one zip, made in the background.
CREATE TABLE "FolderBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "ask" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "left" TEXT NOT NULL,
    "bytes" INTEGER,
    "askedBy" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "fault" TEXT
);

CREATE INDEX "FolderBatch_askedBy_idx" ON "FolderBatch"("askedBy");

CREATE INDEX "FolderBatch_finishedAt_idx" ON "FolderBatch"("finishedAt");
