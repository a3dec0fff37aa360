package org.askance.model.told;

import java.util.Locale;

/// What can be told of a hub from which checkpoints are fetched.
public enum OfHub implements Sentence {
    NO_PROXY_ADDRESS(
            "This is not the address of a web proxy. Write HOST:PORT, or http://NAME:PASSWORD@HOST:PORT if it asks for a name and a password."),
    VARIABLE_UNUSABLE("The variable {0} cannot be used. {1}"),
    NO_HUB_ADDRESS("‘{0}’ is not the address of a hub. Write one such as {1}."),
    NO_NAME("‘{0}’ is not the name of a checkpoint on a hub. Write owner/name."),
    FOLDER_UNWRITABLE(
            "The folder {0} cannot be written: {1}. Check that it may be written and that the disk has room."),
    MAY_NOT("it may not be written"),
    BUSY("{0} is being fetched into {1} already. Wait until that has ended, or stop it."),
    NO_ROOM("{0} needs {1} MB more, but the disk of {2} has {3} MB free. Make room, or choose another folder."),
    NO_CONFIG("{0} has no config.json: it is not a checkpoint that can be used. Choose another."),
    NO_WEIGHTS("{0} has no weights that can be read: none of {1} is there. Choose another."),
    LIST_OF_FILES("The list of files of {0}"),
    OF("{0} of {1}"),
    AT_REVISION("{0} ({1})"),
    NOT_FETCHED("{0} could not be fetched: {1}. What has come is kept. {2}"),
    IN_MINUTES("Try again in {0} minutes."),
    LATER("Try again later."),
    TOO_OFTEN("{0} is asked too often ({1})"),
    OUT_OF_ORDER("{0} is out of order ({1})"),
    NO_ANSWER("{0} did not answer"),
    NOTHING_CAME("nothing came for {0} seconds"),
    BROKE_OFF("the connection broke off"),
    BROKE_OFF_TO("the connection to {0} broke off"),
    NOT_PUBLIC(
            "{0} has no public checkpoint {1} (401). Check its name and revision; if it is one for members only, put an access token into the variable HF_TOKEN."),
    TOKEN_UNFIT(
            "{0} has no public checkpoint {1} (401). Check its name and revision; if it is one for members only, the access token in the variable HF_TOKEN does not open it: check the token."),
    NOT_GIVEN(
            "{0} does not give out {1} (403). It may ask to agree to a licence on its pages first; then put an access token into the variable HF_TOKEN."),
    NOT_THERE("{0} has no {1} (404). Check the name, the revision and the hub’s address."),
    PROXY_ASKS(
            "The proxy on the way to {0} asks for a name and a password (407). Write it as http://NAME:PASSWORD@HOST:PORT."),
    OTHER_STATUS("{0} answers {1} with status {2}, which makes no sense here. Check the hub’s address."),
    FILE_OUTSIDE(
            "The hub lists a file ‘{0}’ of {1}, which would be written outside its folder. Nothing was fetched. Choose another hub."),
    LIST_SENSELESS("The hub’s list of files of {0} cannot be understood ({1}). Check the hub’s address."),
    NO_JSON("it is no JSON; a network that asks to sign in first answers with a page of its own"),
    NO_LIST("it is no list"),
    NO_SIZE("it gives no size of {0}"),
    NO_HASH("it gives no hash where one is due"),
    DAMAGED_TWICE("{0} arrived damaged twice: {1}. It was thrown away. Try again later, or with another hub."),
    OTHER_HASH("its content does not match the hash that the hub gives"),
    OTHER_BYTES("the hub lists {0} bytes, but {1} are served"),
    REST_NOT_GIVEN("the rest of it was not given"),
    ENDED_EARLY("the connection ended too early"),
    NO_END("The hub sends us from one address to the next for {0} without an end. Check the hub’s address."),
    NOT_TRUSTED("The hub at {0} sends us to ‘{1}’, which is no address that can be trusted. Check the hub’s address."),
    NOT_SAFE(
            "The connection to {0} is not safe: {1}. Check the address, this computer’s clock, and whether a proxy stands between."),
    REFUSED_THERE("The connection to {0} is refused there ({1}). Check the proxy."),
    VIA("{0} through the proxy {1}"),
    NO_CONNECTION("there is no connection to {0}"),
    NAME_UNKNOWN("there is no connection to {0}, whose name is not known here"),
    UNREACHABLE("There is no connection to {0}. Check the network, the hub’s address, and whether a proxy is needed."),
    UNKNOWN("There is no connection to {0}, whose name is not known here. Check the network, the hub’s address, and whether a proxy is needed."),
    UNREACHABLE_VIA("There is no connection to {0}. Check the network, the hub’s address, and the proxy."),
    UNKNOWN_VIA(
            "There is no connection to {0}, whose name is not known here. Check the network, the hub’s address, and the proxy.");

    private final String english;

    OfHub(String english) {
        this.english = english;
    }

    @Override
    public String key() {
        return "hub." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public String english() {
        return english;
    }
}
