# 電話のアプリ自身の言葉：ボタン、ラベル、通知。

## ボタン

app-button-paste = リンクを貼り付ける
app-button-scan = コードを読み取る
app-button-go-on = 続ける
app-button-try-again = もう一度試す
app-button-cancel = やめる
app-button-close = 閉じる
app-button-back = 戻る
app-button-none-of-these = どれでもない
app-button-allow-camera = カメラを許可する
app-button-open-settings = 設定を開く
app-button-without-camera = カメラなしで続ける
app-button-leave-lobby = 待合室を出る
app-button-end-call = 通話を終える
app-button-leave-meeting = 会議を出る
app-button-open-teams = Microsoft Teams を開く
app-button-open-store = ストアを開く
app-button-knock-again = もう一度お願いする
app-button-sign-in = サインイン
app-button-sign-out = サインアウト

## 質問への答え

app-button-end-call-yes = はい、通話を終えます
app-button-end-call-no = いいえ、通話を続けます
app-button-leave-meeting-yes = はい、会議を出ます
app-button-leave-meeting-no = いいえ、残ります
app-button-new-call-yes = はい、新しい通話に移ります
app-button-new-call-no = いいえ、この通話を続けます

## 入力欄

app-field-code = 9桁の番号
app-field-name = お名前

## コードの読み取り中

app-scan = コード全体が画面に入るように電話を持ってください。
app-scan-refused = カメラの使用が許可されていません。設定で許可するか、前の画面に戻ってリンクを貼り付けるか、9桁の番号を入力してください。

## Where nothing can be scanned

app-start-without-scan = リンクを貼り付けるか、伝えられた番号を入力してください。

## In the lobby: below the two words; above them, where there is no room for both; before the day and the time;
## and for who came far too early

app-read-out = 尋ねられたら読み上げてください。
app-read-out-when-asked = 尋ねられたら読む言葉：
app-starts-at = お手元の時計での時刻：
app-come-back-then = 開始の数分前に、同じリンクをもう一度開くか、同じ数字を入力してください。それまではアプリを閉じてもかまいません。

## When signing in to the operator's accounts did not work

app-sign-in-failed = ただいまサインインできません。サインインしなくても、このままお進みいただけます。

## 通知

app-notification-channel = 通話
app-notification-waiting = 待合室でお待ちです
app-notification-admitted = 入室が許可されました
app-notification-in-call = 通話中です
app-notification-open = タップして続けてください。

## On Android alone: the tag of this language, in which days are named; what is said before the core is there; and in
## the lobby

app-android-language = ja
app-android-starting = しばらくお待ちください…
app-android-cannot-start = このアプリは正しく設定されていません。リンクを送った方にお知らせください。
app-android-no-system = 現在、このアプリを動かす余裕が電話にありません。ほかのアプリを閉じて、もう一度お試しください。
app-android-keep-open = すぐ入室できるよう、アプリを開いたままお待ちください。

## On an iPhone alone

app-ios-starting = しばらくお待ちください…
app-ios-cannot-start = このアプリは正しく設定されていません。リンクを送った方にお知らせください。
app-ios-no-system = 現在、このアプリを動かす余裕が電話にありません。ほかのアプリを閉じて、もう一度お試しください。
app-ios-keep-open = このアプリを開いたままにしてください。そうすればすぐに入室できます。
app-ios-busy = お待ちください
app-ios-paste-is-likely = リンクまたはコードをコピーされたようです。
app-ios-notification-place-ends-title = お席の確保はまもなく終わります
app-ios-notification-place-ends-text = 待合室に残るには、アプリを開いてください。
app-ios-notification-call-waits-text = アプリを開かないと、通話が終了します。
app-ios-camera-usage = 通話中に限り、カメラに映るものが担当者に見えます。招待のコードの読み取りにもカメラを使います。
