-- CreateTable
CREATE TABLE "HotWorkPermit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    "opens" TEXT,
    "closes" TEXT,
    "isOpen" BOOLEAN NOT NULL,
    "isHidden" BOOLEAN NOT NULL,
    "hasGas" BOOLEAN NOT NULL,
    "machine" TEXT,
    "guardPostId" TEXT NOT NULL,
    "guardPersonId" TEXT NOT NULL,
    "guardName" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "looks" TEXT NOT NULL,
    "repeatOf" TEXT,
    "applicantId" TEXT NOT NULL,
    "applicantName" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "HotWorkWorker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "permitId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "way" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "employer" TEXT,
    "postId" TEXT,
    "personId" TEXT,
    "licenceKind" TEXT,
    "numberSealed" TEXT,
    "numberHash" TEXT,
    "validTo" TEXT,
    "reviewDue" TEXT,
    "issuer" TEXT,
    CONSTRAINT "HotWorkWorker_permitId_fkey" FOREIGN KEY ("permitId") REFERENCES "HotWorkPermit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HotWorkStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "permitId" TEXT NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "workerId" TEXT,
    "good" BOOLEAN NOT NULL,
    "once" TEXT,
    "detail" TEXT NOT NULL,
    CONSTRAINT "HotWorkStep_permitId_fkey" FOREIGN KEY ("permitId") REFERENCES "HotWorkPermit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "HotWorkPermit_unitId_from_idx" ON "HotWorkPermit"("unitId", "from");

-- CreateIndex
CREATE INDEX "HotWorkPermit_guardPersonId_idx" ON "HotWorkPermit"("guardPersonId");

-- CreateIndex
CREATE INDEX "HotWorkPermit_applicantId_idx" ON "HotWorkPermit"("applicantId");

-- CreateIndex
CREATE UNIQUE INDEX "HotWorkPermit_unitId_number_key" ON "HotWorkPermit"("unitId", "number");

-- CreateIndex
CREATE INDEX "HotWorkWorker_permitId_idx" ON "HotWorkWorker"("permitId");

-- CreateIndex
CREATE INDEX "HotWorkWorker_personId_idx" ON "HotWorkWorker"("personId");

-- CreateIndex
CREATE INDEX "HotWorkWorker_numberHash_idx" ON "HotWorkWorker"("numberHash");

-- CreateIndex
CREATE UNIQUE INDEX "HotWorkStep_permitId_nth_key" ON "HotWorkStep"("permitId", "nth");

-- CreateIndex
CREATE UNIQUE INDEX "HotWorkStep_permitId_once_key" ON "HotWorkStep"("permitId", "once");
