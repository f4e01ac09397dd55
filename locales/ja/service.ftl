# サービスのページとメッセージの文

## 招待リンクのページ

join-title = 通話へのご招待
join-why = お手伝いするために、ご覧になっているものを見せていただきます。このリンクはお客様専用で、この1回の通話のためのものです。通話が終わるまでは、もう一度開くことができます。
join-why-of = { $organisation }がお手伝いするために、ご覧になっているものを見せていただきます。このリンクはお客様専用で、この1回の通話のためのものです。通話が終わるまでは、もう一度開くことができます。
join-your-link = リンク（ほかでも開けます）：
join-then = お名前を入力して入室を求めると、案内されるまで待合室でお待ちいただきます。

landing-open-app = アプリを開く
landing-join = このブラウザーで参加する
landing-get-app = アプリを入手する
landing-open-or-get = まだお持ちでない場合は、このボタンから入手方法をご覧いただけます。
landing-after-install = アプリを入れたら、もう一度リンクを開いてください。そのままこの通話につながります。
landing-on-phone = スマートフォンで続けることもできます。カメラをこの画像に向けてください。
landing-qr-alone = スマートフォンのカメラをこの画像に向けてください。
landing-qr = リンクのQRコード
landing-other-ways = うまくいかないとき
landing-take-along = ここでリンクをコピーしてください。次に、お使いのブラウザー（Safari や Chrome など）を開き、一番上の欄にリンクを貼り付けてください。
landing-take-along-to-app = ここからは当社のアプリを開けません。ここでリンクをコピーしてください。次に、当社のアプリか、お使いのブラウザー（Safari や Chrome など）を開き、そこにリンクを貼り付けてください。
landing-copy = リンクをコピー
landing-copied = コピーしました。
landing-copy-by-hand = 上のリンクが選択されています。手動でコピーしてください。
landing-code = お伝えした9桁の数字を入力する
no-app-title = このスマートフォンにはアプリがありません
code-title = コードを入力してください
code-label = お伝えした9桁の数字
code-button = 進む
later-title = 少々お待ちください
later-what = ただいま処理できません。1分ほど待ってから、前のページに戻ってもう一度お試しください。

join-page-title = 通話に参加する
join-page-loading = 少々お待ちください…
join-needs-script = このブラウザーで参加するにはスクリプトが必要ですが、ここでは無効になっています。このページで許可するか、別のブラウザーでリンクを開いてください。
join-page-not-loaded = このページを読み込めませんでした。インターネットにつながっているか確かめてから、もう一度読み込んでください。それでもうまくいかない場合は、別のブラウザーか別の端末でリンクを開いてください。

## 何も開かないリンク

dead-title = このリンクはもう使えません
dead-what-to-do = リンクは1回の通話専用で、使える期間が決まっています。送った方に新しいリンクをお求めください。
dead-my-call = この端末での通話でしたか。その後の状態を確認できます。

## 途中で壊れたリンク

damaged-title = このリンクは壊れています

## リンクなし

welcome-title = 1回限りの通話
welcome-customers = 通話に参加するには、受け取ったリンク全体を開くか、お伝えした9桁の数字を入力してください。
welcome-agents = 通話を受け持つには、組織から渡されたサインイン用リンクを開いてください。
welcome-console = すでにサインインしている場合は、通話一覧を開く

## サインイン

console-title = 通話一覧
console-needs-script = コンソールにはスクリプトが必要ですが、ここでは無効になっています。このページで許可してください。
sign-in-title = サインイン
sign-in-needs-script = サインインにはスクリプトが必要ですが、ここでは無効になっています。このページで許可してください。
sign-in-name = お客様に表示されるお名前（変えない場合は空のまま）
sign-in-button = サインイン
sign-in-done = サインインしました
sign-in-as = サインイン中のお名前：
sign-in-console = 通話の一覧を開く
sign-in-incomplete = このページにはサインイン用リンクの全体が必要です。渡されたとおりに開いてください。
sign-in-refused = このサインイン用リンクは不明か、使用済みか、1日以上前のものです。管理者またはこのサービスの運営者に新しいものをご依頼ください。
sign-in-unreachable = サービスにつながりません。もう一度お試しください。
sign-in-later = 今は完了できませんでした。1分ほど待ってから、もう一度お試しください。

## 招待のメッセージ

sharing-title = 1回限りの通話
sharing-greeting = 次のリンクを開いて、ご覧になっているものをお見せください。
sharing-when =
    日時：{ $year }年{ $month ->
        [Jan] 1
        [Feb] 2
        [Mar] 3
        [Apr] 4
        [May] 5
        [Jun] 6
        [Jul] 7
        [Aug] 8
        [Sep] 9
        [Oct] 10
        [Nov] 11
       *[Dec] 12
    }月{ $day }日（{ $weekday ->
        [Mon] 月
        [Tue] 火
        [Wed] 水
        [Thu] 木
        [Fri] 金
        [Sat] 土
       *[Sun] 日
    }）{ $time }（タイムゾーン { $zone }）
sharing-on-any-device = カメラを向けられるよう、スマートフォンでのご利用をおすすめします。
sharing-on-phone-or-computer = スマートフォン、またはカメラ付きのパソコンでご利用いただけます。
sharing-on-phone = カメラを向けられるよう、スマートフォンでご利用ください。
sharing-by-app = スマートフォンで、当社のアプリからご利用いただけます。
sharing-by-app-or-on-computer = スマートフォンでは当社のアプリから、またはカメラ付きのパソコンでご利用いただけます。
sharing-app-is-here = アプリはこちらから入手できます。
sharing-once = このリンクは今回の通話専用です。アカウントは必要ありません。
sharing-loudspeaker = すでにお電話中の場合は、先にスピーカーに切り替えてください。
# 1通に収まるよう、ごく短く
sharing-text-message = 通話はこちらです
