// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetable.h"

namespace {

using Kind = EngineRow::Kind;

constexpr int qt67 = QT_VERSION_CHECK(6, 7, 0);
constexpr int qt68 = QT_VERSION_CHECK(6, 8, 0);

/// What tells of something that the window does not show, and asks for nothing.
const QByteArray notShown = "tells, asks for nothing";

QList<EngineRow> pageSignals()
{
    const auto row = [](const char *name, const QByteArray &handling, const char *test = "", int since = QT_VERSION_CHECK(6, 4, 0)) {
        return EngineRow{"QWebEnginePage", Kind::Signal, name, handling, test, since};
    };
    QList<EngineRow> rows{
        row("loadStarted", notShown),
        row("loadProgress", "progress bar; a sign of life", "aPageThatIsSeenMayBeSlow"),
        row("loadFinished", "progress bar, back button", "isReadyBeforeAnythingIsShown"),
        row("loadingChanged", "a missing page is said, with its cause", "onlyAMissingPageIsSaid"),
        row("urlChanged", "the origin in the tool bar", "theOriginIsThatOfThePage"),
        row("titleChanged", "not shown: a title may lie, and holds URLs", "theTitleOfThePageIsNotShown"),
        row("linkHovered", notShown),
        row("selectionChanged", notShown),
        row("iconUrlChanged", notShown),
        row("iconChanged", notShown),
        row("scrollPositionChanged", notShown),
        row("contentsSizeChanged", notShown),
        row("audioMutedChanged", notShown),
        row("recentlyAudibleChanged", notShown),
        row("visibleChanged", notShown),
        row("renderProcessPidChanged", notShown),
        row("lifecycleStateChanged", notShown),
        row("recommendedStateChanged", notShown),
        row("findTextFinished", "no search is offered"),
        row("pdfPrintingFinished", "nothing is printed"),
        row("zoomFactorChanged", notShown, "", qt68),
        row("_q_aboutToDelete", "of Qt itself"),
        row("geometryChangeRequested", "ignored: a page does not move the window", "aPageDoesNotMoveTheWindow"),
        row("windowCloseRequested", "back to the opener, or canceled", "aPageThatClosesItselfEndsTheAttempt"),
        row("featurePermissionRequested", "denied; from Qt 6.8 by permissionRequested", "aPermissionIsDenied"),
        row("featurePermissionRequestCanceled", "was denied at once"),
        row("permissionRequested", "denied", "aPermissionIsDenied", qt68),
        row("fullScreenRequested", "rejected", "fullScreenIsRefused"),
        row("quotaRequested", "rejected; no longer emitted from Qt 6.5", "moreRoomIsRefused"),
        row("registerProtocolHandlerRequested", "rejected", "aSchemeIsNotRegistered"),
        row("fileSystemAccessRequested", "rejected", "filesStayOutOfReach"),
        row("desktopMediaRequested", "canceled", "theScreenIsNotCaptured", qt67),
        row("selectClientCertificate", "none; the browser is offered", "noClientCertificateIsShown"),
        row("webAuthUxRequested", "canceled; the browser is offered", "passkeysAreNotOffered", qt67),
        row("authenticationRequired", "our dialog, three tries", "threeWrongPasswordsEndWithThePageOfTheServer"),
        row("proxyAuthenticationRequired", "our dialog, three tries", "aProxyMayAskForAPassword"),
        row("renderProcessTerminated", "said to the application", "saysWhenTheEngineDies"),
        row("certificateError", "rejected", "aPageWithAWrongCertificateIsNotOpened"),
        row("navigationRequested", "by acceptNavigationRequest()", "aForeignSchemeIsNotHandedToTheDesktop"),
        row("newWindowRequested", "by createWindow()", "aNewWindowOpensInThisOne"),
        row("printRequested", "said that it cannot", "printingIsSaidToBeImpossible"),
        row("printRequestedByFrame", "said that it cannot", "printingIsSaidToBeImpossible", qt68),
    };
    for (EngineRow &one : rows) {
        for (const char *answer : {"rejected", "denied", "canceled", "none;", "our dialog", "back to", "said that"})
            one.isAnswered = one.isAnswered || one.handling.startsWith(answer);
        if (one.name == "quotaRequested")
            one.until = QT_VERSION_CHECK(6, 5, 0);
        if (one.name == "featurePermissionRequested")
            one.until = qt68;
    }
    return rows;
}

QList<EngineRow> pageFunctions()
{
    const auto row = [](const char *name, const QByteArray &handling, const char *test = "") {
        return EngineRow{"QWebEnginePage", Kind::Virtual, name, handling, test};
    };
    return {
        row("acceptNavigationRequest", "https, or http to this computer", "aRedirectToAForeignPlainPageIsNotFollowed"),
        row("createWindow", "this page", "aNewWindowOpensInThisOne"),
        row("chooseFiles", "none, and said", "noFileIsUploaded"),
        row("javaScriptAlert", "our dialog, titled by the origin", "messagesAreTitledByTheirOriginAlone"),
        row("javaScriptConfirm", "our dialog; also for beforeunload", "leavingAPageWithInputIsAskedFor"),
        row("javaScriptPrompt", "our dialog", "declinedQuestionsAreSaidToThePage"),
        row("javaScriptConsoleMessage", "the place to the log, not the text", "theConsoleOfAPageIsNotLogged"),
        row("triggerAction", "only Reload, Back and what keys do"),
        row("event", "of Qt itself"),
    };
}

QList<EngineRow> profileRows()
{
    const QByteArray owner = "QWebEngineProfile";
    return {
        {owner, Kind::Signal, "downloadRequested", "canceled and said", "aDownloadIsCanceledAndSaid"},
        {owner, Kind::Signal, "clearHttpCacheCompleted", notShown, "", qt67},
        {owner, Kind::Setter, "setNotificationPresenter", "not set: the permission is denied", "notificationsAreDenied"},
        {owner, Kind::Setter, "setUrlRequestInterceptor", "not set: acceptNavigationRequest() decides"},
        {owner, Kind::Setter, "setPersistentStoragePath", "not set: the profile is off the record", "nothingIsKept"},
    };
}

QList<EngineRow> viewRows()
{
    const QByteArray owner = "QWebEngineView";
    QList<EngineRow> rows;
    for (const char *name : {"loadStarted", "loadProgress", "loadFinished", "titleChanged", "selectionChanged", "urlChanged",
                             "iconUrlChanged", "iconChanged", "renderProcessTerminated", "pdfPrintingFinished", "printRequested"})
        rows.append({owner, Kind::Signal, name, "the page's signal, passed on"});
    rows.append({owner, Kind::Signal, "printRequestedByFrame", "the page's signal, passed on", "", qt68});
    rows.append({owner, Kind::Signal, "printFinished", "nothing is printed"});
    for (const char *name : {"sizeHint", "event", "showEvent", "hideEvent", "closeEvent"})
        rows.append({owner, Kind::Virtual, name, "of Qt itself"});
    rows.append({owner, Kind::Virtual, "createWindow", "not reached: the page's comes first", "aNewWindowOpensInThisOne"});
    rows.append({owner, Kind::Virtual, "contextMenuEvent", "no menu: it would save pages and show their source", "thereIsNoContextMenu"});
    for (const char *name : {"dragEnterEvent", "dragMoveEvent", "dragLeaveEvent", "dropEvent"})
        rows.append({owner, Kind::Virtual, name, "nothing can be dropped", "nothingCanBeDropped"});
    return rows;
}

} // namespace

QList<EngineRow> engineRows()
{
    return pageSignals() + pageFunctions() + profileRows() + viewRows();
}
