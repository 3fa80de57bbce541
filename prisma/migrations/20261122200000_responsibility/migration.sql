-- CreateTable
CREATE TABLE "PlanAdoption" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "document" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "adoptedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedBy" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "PlanAdoption_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TaskAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "departmentId" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "postId" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "assignedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedBy" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "TaskAssignment_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TaskAssignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TaskAssignment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NamedMingbai" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "unitId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "namedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedBy" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "NamedMingbai_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NamedMingbai_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SliceAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "placeId" TEXT NOT NULL,
    "postId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "assignedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedBy" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "SliceAssignment_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SliceAssignment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TipSent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "on" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sentBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TipPlace" (
    "tipId" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,

    PRIMARY KEY ("tipId", "placeId"),
    CONSTRAINT "TipPlace_tipId_fkey" FOREIGN KEY ("tipId") REFERENCES "TipSent" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TipPlace_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PlanAdoption_placeId_idx" ON "PlanAdoption"("placeId");

-- CreateIndex
CREATE INDEX "TaskAssignment_placeId_idx" ON "TaskAssignment"("placeId");

-- CreateIndex
CREATE INDEX "TaskAssignment_unitId_idx" ON "TaskAssignment"("unitId");

-- CreateIndex
CREATE INDEX "TaskAssignment_postId_idx" ON "TaskAssignment"("postId");

-- CreateIndex
CREATE INDEX "NamedMingbai_unitId_idx" ON "NamedMingbai"("unitId");

-- CreateIndex
CREATE INDEX "NamedMingbai_postId_idx" ON "NamedMingbai"("postId");

-- CreateIndex
CREATE INDEX "SliceAssignment_placeId_idx" ON "SliceAssignment"("placeId");

-- CreateIndex
CREATE INDEX "SliceAssignment_postId_idx" ON "SliceAssignment"("postId");

-- CreateIndex
CREATE INDEX "TipPlace_placeId_idx" ON "TipPlace"("placeId");
