package org.onecall.app

import android.app.Application

/** The process: it has one phone, from its start to its end. */
class OneCallApplication : Application() {
    internal lateinit var phone: Phone
        private set

    override fun onCreate() {
        super.onCreate()
        phone = Phone(this)
        phone.start()
    }

    /** Only where a process is emulated; elsewhere the system ends it without a word. */
    override fun onTerminate() {
        phone.stop()
        super.onTerminate()
    }
}
